import type { InterfaceDeclaration, TypeElementTypes, TypeLiteralNode, TypeNode } from 'ts-morph';
import { Node, SyntaxKind } from 'ts-morph';
import type { CodeDraft } from './draft.ts';
import { newLineBefore } from './list-literal.ts';
import { propertyName } from './literals.ts';
import { layOut, MAX_LINE } from './text-style.ts';
import { endOfCodeLine, lineIndent, lineLength, startsLine } from './trivia.ts';

/** Where members of a type are written. */
export type MembersNode = InterfaceDeclaration | TypeLiteralNode;

/** A member as a person types it, without what ends it. Leading tabs are levels. */
export interface TypeMember {
  readonly name: string;
  readonly type: { readonly inline: string; readonly block: readonly string[] };
  /** For types whose members have comments. */
  readonly comment: string;
}

/** The part of a type that more members can be written into: `{…}`, that of `Base & {…}`, that of `Readonly<{…}>`. */
export function membersIn(type: Node | undefined): MembersNode | undefined {
  if (Node.isInterfaceDeclaration(type) || Node.isTypeLiteral(type)) return type;
  if (Node.isTypeAliasDeclaration(type)) return membersIn(type.getTypeNode());
  if (Node.isParenthesizedTypeNode(type)) return membersIn(type.getTypeNode());
  if (Node.isIntersectionTypeNode(type)) return type.getTypeNodes().findLast((one) => Node.isTypeLiteral(one));
  if (!Node.isTypeReference(type) || type.getTypeName().getText() !== 'Readonly') return undefined;
  return membersIn(type.getTypeArguments()[0]);
}

export function hasMember(members: MembersNode, name: string): boolean {
  return members.getMembers().some((one) => propertyName(one) === name);
}

/** Gives a type that is named at a place one more member there: in what it writes out itself, else as `Type & {…}`. */
export function extendType(draft: CodeDraft, type: TypeNode, member: TypeMember): void {
  const members = membersIn(type);
  if (members !== undefined) {
    if (!hasMember(members, member.name)) insertTypeMember(draft, members, member);
    return;
  }
  const { output, style, text } = draft;
  const isLoose = !bindsTighter.has(type.getKind());
  if (isLoose) output.insert(type.getStart(), '(');
  const indent = lineIndent(text, type.getStart());
  const code = memberCode(draft, { start: `${member.name}: `, member, indent: indent + style.indent });
  const end = style.semicolons ? ';' : '';
  output.insert(type.getEnd(), `${isLoose ? ')' : ''} & {\n${indent}${style.indent}${code}${end}\n${indent}}`);
}

/** Types that `&` can follow as they are: of `A | B & C`, it would extend B alone. */
const bindsTighter: ReadonlySet<SyntaxKind> = new Set([
  SyntaxKind.TypeReference,
  SyntaxKind.IntersectionType,
  SyntaxKind.ParenthesizedType,
  SyntaxKind.TypeQuery,
  SyntaxKind.ImportType,
  SyntaxKind.IndexedAccessType,
  SyntaxKind.MappedType,
]);

/** Behind the members that are there, written as they are: what ends them, their comments, `readonly`, blank lines. */
export function insertTypeMember(draft: CodeDraft, members: MembersNode, member: TypeMember): void {
  const { text, output } = draft;
  const last = members.getMembers().at(-1);
  const open = members.getFirstChildByKindOrThrow(SyntaxKind.OpenBraceToken).getEnd();
  const isOneLine = !text.slice(open, members.getEnd()).includes('\n');
  if (last === undefined) {
    const indent = lineIndent(text, open) + draft.style.indent;
    const code = `\n${indent}${written(draft, members, { member, indent })}${draft.style.semicolons ? ';' : ''}`;
    output.insert(endOfCodeLine(text, open), isOneLine ? `${code}\n${lineIndent(text, open)}` : code);
  } else if (!isOneLine) insertOnOwnLine(draft, { members, last }, member);
  else insertInLine(draft, { members, last, open }, member);
}

interface Place {
  readonly members: MembersNode;
  readonly last: TypeElementTypes;
}

function insertOnOwnLine(draft: CodeDraft, { members, last }: Place, member: TypeMember): void {
  const { text, output, style } = draft;
  const isOwn = startsLine(text, last.getStart());
  const indent = lineIndent(text, last.getStart()) + (isOwn ? '' : style.indent);
  const end = endOf(last);
  const [first = last] = members.getMembers();
  // `{⏎ a: string;⏎ b: string⏎}`: the last of them ends with nothing, and so does what comes behind it.
  if (end === '' && first !== last) output.insert(last.getEnd(), endOf(first));
  const space = isSpaced(text, members) ? '\n' : '';
  const code = written(draft, members, { member, indent });
  output.insert(endOfCodeLine(text, last.getEnd()), `${space}\n${indent}${code}${end}`);
}

interface OpenPlace extends Place {
  /** Offset just behind the brace. */
  readonly open: number;
}

function insertInLine(draft: CodeDraft, { members, last, open }: OpenPlace, member: TypeMember): void {
  const { text, output, style } = draft;
  const code = `${prefix(members)}${member.name}: ${member.type.inline}`;
  const end = endOf(last);
  const base = lineIndent(text, open);
  const indent = base + style.indent;
  const close = members.getEnd() - 1;
  const starts = members.getMembers().map((one) => one.getStart());
  const canBreak = indent.endsWith(' ') && [...starts, close].every((at) => /[^ ] $/.test(text.slice(0, at)));
  if (!canBreak || lineLength(text, open) + code.length + 2 <= MAX_LINE) {
    output.insert(last.getEnd(), end === '' ? `; ${code}` : ` ${code}${end}`);
    return;
  }
  for (const start of starts) newLineBefore(draft, start, indent);
  if (end === '') output.insert(last.getEnd(), ';');
  newLineBefore(draft, close, indent);
  output.insert(close, `${written(draft, members, { member, indent })}${end === '' ? ';' : end}\n${base}`);
}

/** What ends a member: it is part of the member where it is there. */
function endOf(member: TypeElementTypes): string {
  return /[;,]$/.exec(member.getText())?.[0] ?? '';
}

interface Written {
  readonly member: TypeMember;
  readonly indent: string;
}

function written(draft: CodeDraft, members: MembersNode, { member, indent }: Written): string {
  const code = memberCode(draft, { start: `${prefix(members)}${member.name}: `, member, indent });
  return [...commentLines(members, member.comment).map((line) => `${line}\n${indent}`), code].join('');
}

interface Started extends Written {
  readonly start: string;
}

function memberCode({ style }: CodeDraft, { start, member: { type }, indent }: Started): string {
  const fits = indent.length + start.length + type.inline.length + 1 <= MAX_LINE;
  const [first = '', ...rest] = type.block;
  return fits ? start + type.inline : layOut([start + first, ...rest], indent, style);
}

function prefix(members: MembersNode): string {
  const all = members.getMembers();
  return all.length > 0 && all.every((one) => Node.isReadonlyable(one) && one.isReadonly()) ? 'readonly ' : '';
}

/** None where most members have none; else in the form of the last one's. */
function commentLines(members: MembersNode, text: string): string[] {
  const all = members.getMembers();
  const comments = all.flatMap((one) => one.getLeadingCommentRanges().at(-1)?.getText() ?? []);
  const model = comments.at(-1);
  if (model === undefined || 2 * comments.length < all.length) return [];
  if (model.startsWith('//')) return [`// ${text}`];
  const open = model.startsWith('/**') ? '/**' : '/*';
  return model.includes('\n') ? [open, ` * ${text}`, ' */'] : [`${open} ${text} */`];
}

function isSpaced(text: string, members: MembersNode): boolean {
  const [one, other] = members.getMembers().slice(-2);
  return one !== undefined && other !== undefined && /\n[ \t]*\n/.test(text.slice(one.getEnd(), other.getStart()));
}
