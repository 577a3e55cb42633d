import type { ImportDeclaration, SourceFile } from 'ts-morph';
import { Node, ts } from 'ts-morph';
import type { CodeStyle } from './code-style.ts';
import type { CodeDraft } from './draft.ts';
import { insertItem } from './list-literal.ts';
import { importList } from './literals.ts';
import { endOfCodeLine, startsLine } from './trivia.ts';

/** A named import as it is written. */
export interface NamedImport {
  readonly name: string;
  readonly specifier: string;
}

/** Adds named imports: into a declaration of the same module where that takes only an insertion, else as new lines. */
export function addImports(draft: CodeDraft, imports: readonly NamedImport[]): void {
  const lines = [...bySpecifier(imports)].filter(([specifier, names]) => !extendImport(draft, specifier, names));
  if (lines.length === 0) return;
  const existing = draft.source.getImportDeclarations();
  if (existing.length === 0) insertFirstImports(draft, lines);
  else for (const line of lines) insertAfterImport(draft, line, existing);
}

/** The names to import from each module, both in the order they are asked for. */
export function bySpecifier(imports: readonly NamedImport[]): Map<string, string[]> {
  const modules = new Map<string, string[]>();
  for (const { name, specifier } of imports) modules.set(specifier, [...(modules.get(specifier) ?? []), name]);
  return modules;
}

/** `import { a, b } from 'm';` */
export function importLine(style: CodeStyle, specifier: string, names: readonly string[]): string {
  const { quote, bracePad, semicolons } = style;
  const list = bracePad + names.join(', ') + bracePad;
  return `import {${list}} from ${quote}${specifier}${quote}${semicolons ? ';' : ''}`;
}

function extendImport(draft: CodeDraft, specifier: string, names: readonly string[]): boolean {
  const declaration = draft.source
    .getImportDeclarations()
    .find((one) => one.getModuleSpecifierValue() === specifier && !one.isTypeOnly() && isExtensible(one));
  if (declaration === undefined) return false;

  const named = declaration.getImportClause()?.getNamedBindings();
  if (Node.isNamedImports(named)) {
    const list = importList(named, draft.style);
    const item = { inline: names.join(', '), prefer: 'inline' as const };
    insertItem(draft, { list, index: list.items.length, item });
  } else {
    const { bracePad } = draft.style;
    const end = declaration.getDefaultImportOrThrow().getEnd();
    draft.output.insert(end, `, {${bracePad}${names.join(', ')}${bracePad}}`);
  }
  return true;
}

function isExtensible(declaration: ImportDeclaration): boolean {
  return declaration.getImportClause() !== undefined && declaration.getNamespaceImport() === undefined;
}

function insertAfterImport(
  draft: CodeDraft,
  [specifier, names]: [string, readonly string[]],
  existing: readonly ImportDeclaration[],
): void {
  const packages = existing.filter((one) => !one.isModuleSpecifierRelative());
  const last = (specifier.startsWith('.') ? undefined : packages.at(-1)) ?? existing.at(-1);
  if (last === undefined) return;
  draft.output.insert(endOfCodeLine(draft.text, last.getEnd()), '\n' + importLine(draft.style, specifier, names));
}

function insertFirstImports({ source, text, style, output }: CodeDraft, modules: [string, string[]][]): void {
  const lines = modules.map(([specifier, names]) => importLine(style, specifier, names)).join('\n');
  const directive = lastDirective(source);
  if (directive !== undefined) {
    output.insert(endOfCodeLine(text, directive.getEnd()), '\n' + lines);
    return;
  }
  const at = endOfHeader(source, text);
  if (!startsLine(text, at)) output.insert(at, '\n' + lines);
  else output.insert(at, lines + '\n' + (at < text.length ? '\n' : ''));
}

function lastDirective(source: SourceFile): Node | undefined {
  const statements = source.getStatements();
  const end = statements.findIndex(
    (one) => !Node.isExpressionStatement(one) || !Node.isStringLiteral(one.getExpression()),
  );
  return statements.slice(0, end === -1 ? statements.length : end).at(-1);
}

/**
 * Where the first import may stand: behind the shebang and the comments that belong to the file
 * (directives, licences, anything followed by a blank line), before a comment that belongs to code.
 */
function endOfHeader(source: SourceFile, text: string): number {
  const shebang = /^#!.*\r?\n?/.exec(text)?.[0].length ?? 0;
  const comments = ts.getLeadingCommentRanges(text, shebang) ?? [];
  const header = comments.findLast(({ pos, end }) => isHeader(text.slice(pos, end), text.slice(end)));
  const from = header?.end ?? shebang;
  const rest = /^\s*/.exec(text.slice(from))?.[0].length ?? 0;
  const next = from + rest;
  return next >= text.length && source.getStatements().length === 0 && header !== undefined ? header.end : next;
}

function isHeader(comment: string, after: string): boolean {
  return /^\/\/\/|^\/\*!|@(ts-|license|copyright|fileoverview)/i.test(comment) || /^[ \t]*\r?\n[ \t]*\r?\n/.test(after);
}
