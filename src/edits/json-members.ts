import type { Node, ParseError } from 'jsonc-parser';
import { parseTree, printParseErrorCode } from 'jsonc-parser';
import type { Item, TextDraft } from '../code/list-literal.ts';
import { insertItem } from '../code/list-literal.ts';
import { afterComma, lineAt, lineStart } from '../code/trivia.ts';
import { CliError } from '../model/errors.ts';
import type { AppPath } from '../model/tree.ts';

/** @throws CliError `UNREADABLE` when the text is no JSON, comments and trailing commas tolerated */
export function parseJson(path: AppPath, text: string): Node {
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
export function descend(root: Node, key: readonly string[]): { object: Node; missing: readonly string[]; leaf?: Node } {
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

/** A member to insert: its name, and its text with the name. */
export interface NewMember {
  readonly name: string;
  readonly item: Item;
  /** Behind all others, also where those are sorted. */
  readonly isLast: boolean;
}

export function insertMember(draft: TextDraft, object: Node, { name, item, isLast }: NewMember): void {
  const siblings = members(object);
  const items = siblings.map(({ offset, length }) => ({ start: offset, end: offset + length }));
  const last = items.at(-1);
  const trailingComma = last !== undefined && afterComma(draft.text, last.end) !== undefined;
  const style = { ...draft.style, trailingComma };
  const list = { open: object.offset + 1, close: object.offset + object.length - 1, items, pad: ' ' as const };
  const index = isLast ? items.length : sortedIndex(siblings.map(keyOf), name);
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

export function members(object: Node): Node[] {
  return (object.children ?? []).filter((child) => child.type === 'property');
}

export function keyOf(member: Node): string {
  return String(member.children?.[0]?.value);
}
