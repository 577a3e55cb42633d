import type { Node, ParseError } from 'jsonc-parser';
import { parseTree, printParseErrorCode } from 'jsonc-parser';
import type { Item, TextDraft } from '../code/list-literal.ts';
import { insertItem } from '../code/list-literal.ts';
import { TextOutput } from '../code/text-output.ts';
import { layOut, textStyleOf } from '../code/text-style.ts';
import { afterComma, lineAt, lineStart } from '../code/trivia.ts';
import { CliError } from '../model/errors.ts';
import type { EditOutcome, JsonEdit, ManualStep } from '../model/edit.ts';

/**
 * Sets a string in the canonical text of a JSON file, comments and trailing commas tolerated. Only the value of an
 * existing key is replaced, unless it is to be kept; everything else is an insertion.
 * @throws CliError `UNREADABLE` when the text is no JSON.
 */
export function editJson(edit: JsonEdit, text: string): EditOutcome {
  const root = parse(edit, text);
  const { object, missing, leaf } = descend(root, edit.key);
  if (leaf !== undefined && (edit.keep === true || leaf.value === edit.value)) return { text, splices: [] };
  if (leaf !== undefined && leaf.type !== 'string') return { manual: manualStep(edit, text, leaf) };
  if (leaf === undefined && object.type !== 'object') return { manual: manualStep(edit, text, object) };

  const draft: TextDraft = { text, style: textStyleOf(text, false), output: new TextOutput(text) };
  if (leaf !== undefined) draft.output.replace(leaf.offset, leaf.offset + leaf.length, JSON.stringify(edit.value));
  else insertMember(draft, object, { keys: missing, item: memberItem(missing, edit.value) });
  const { text: edited, splices } = draft.output;
  parse(edit, edited);
  return { text: edited, splices };
}

function parse({ path }: JsonEdit, text: string): Node {
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: true });
  const [error] = errors;
  if (root !== undefined && error === undefined) return root;
  const offset = error?.offset ?? 0;
  const what = error === undefined ? 'the file is empty' : printParseErrorCode(error.error);
  throw new CliError('UNREADABLE', `${path} can't be read as JSON: ${what}`, {
    where: { path, line: lineAt(text, offset), column: offset - lineStart(text, offset) + 1 },
    hint: 'Fix the file, then run the command again.',
  });
}

/** The deepest node on the way to `key` that exists, and the keys below it that don't. */
function descend(root: Node, key: readonly string[]): { object: Node; missing: readonly string[]; leaf?: Node } {
  let object = root;
  for (const [depth, name] of key.entries()) {
    // The last of equal keys is the one a parser returns.
    const member = object.type === 'object' ? members(object).findLast((one) => keyOf(one) === name) : undefined;
    const value = member?.children?.[1];
    if (value === undefined) return { object, missing: key.slice(depth) };
    if (depth === key.length - 1) return { object, missing: [], leaf: value };
    object = value;
  }
  return { object, missing: [] };
}

interface MemberItem {
  readonly keys: readonly string[];
  readonly item: Item;
}

function insertMember(draft: TextDraft, object: Node, { keys, item }: MemberItem): void {
  const siblings = members(object);
  const items = siblings.map(({ offset, length }) => ({ start: offset, end: offset + length }));
  const last = items.at(-1);
  const trailingComma = last !== undefined && afterComma(draft.text, last.end) !== undefined;
  const style = { ...draft.style, trailingComma };
  const list = { open: object.offset + 1, close: object.offset + object.length - 1, items, pad: ' ' as const };
  const [name = '', ...deeper] = keys;
  // A whole new section goes last: the sections of a file are seldom sorted, though two or three may look so.
  const index = deeper.length > 0 ? items.length : sortedIndex(siblings.map(keyOf), name);
  insertItem({ ...draft, style }, { list, index, item });
}

/** Where `name` belongs among sorted names, else the end. npm sorts with `localeCompare` in English. */
function sortedIndex(names: readonly string[], name: string): number {
  for (const compare of [
    (a: string, b: string) => a.localeCompare(b, 'en'),
    (a: string, b: string) => (a < b ? -1 : 1),
  ]) {
    if (names.length > 1 && names.every((one, i) => i === 0 || compare(names[i - 1] ?? '', one) < 0)) {
      const index = names.findIndex((one) => compare(name, one) < 0);
      return index === -1 ? names.length : index;
    }
  }
  return names.length;
}

function memberItem(keys: readonly string[], value: string): Item {
  const spell = (part: string) => JSON.stringify(part);
  const inline = keys.map(spell).join(': { ') + `: ${spell(value)}` + ' }'.repeat(keys.length - 1);
  const opening = keys.slice(0, -1).map((key, depth) => `${'\t'.repeat(depth)}${spell(key)}: {`);
  const depth = keys.length - 1;
  const closing = opening.map((_, index) => `${'\t'.repeat(depth - 1 - index)}}`);
  const leaf = `${'\t'.repeat(depth)}${spell(keys.at(-1) ?? '')}: ${spell(value)}`;
  return { inline, block: [...opening, leaf, ...closing], prefer: 'block' };
}

function members(object: Node): Node[] {
  return (object.children ?? []).filter((child) => child.type === 'property');
}

function keyOf(member: Node): string {
  return String(member.children?.[0]?.value);
}

function manualStep({ id, path, key, value }: JsonEdit, text: string, node: Node): ManualStep {
  const reason = `${key.join('.')} can't be set to a string: a value of type ${node.type} stands here.`;
  const style = textStyleOf(text, false);
  const lines = layOut(memberItem(key, value).block ?? [], '', style).split('\n');
  return { id, path, line: lineAt(text, node.offset), reason, lines };
}
