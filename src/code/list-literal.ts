import type { TextOutput } from './text-output.ts';
import type { TextStyle } from './text-style.ts';
import { layOut, MAX_LINE } from './text-style.ts';
import { afterComma, endOfCodeLine, lineIndent, lineLength, lineStart, startsLine } from './trivia.ts';

interface Span {
  readonly start: number;
  readonly end: number;
}

/** Anything written as comma-separated items between brackets: arrays, objects, arguments, named imports. */
export interface ListLiteral {
  /** Offset just behind the opening bracket. */
  readonly open: number;
  /** Offset of the closing bracket. */
  readonly close: number;
  readonly items: readonly Span[];
  /** What stands inside the brackets of a one-line list. */
  readonly pad: '' | ' ';
}

/** Code of one item: on one line and, when it can be broken, on several (leading tabs are levels). */
export interface Item {
  readonly inline: string;
  readonly block?: readonly string[];
  /**
   * `hug` keeps the brackets of a broken item on the lines of the list's, as in `f(a, {⏎…⏎})`; `line` leaves a list that
   * is written on one line there, however long it grows.
   */
  readonly prefer: 'inline' | 'block' | 'hug' | 'line';
}

/** An original text, how it is laid out, and the insertions collected so far. */
export interface TextDraft {
  readonly text: string;
  readonly style: TextStyle;
  readonly output: TextOutput;
}

interface Insertion {
  readonly list: ListLiteral;
  /** Number of items that stay in front. */
  readonly index: number;
  readonly item: Item;
}

/** Inserts an item the way its neighbours are written; nothing that exists is moved or removed. */
export function insertItem(draft: TextDraft, insertion: Insertion): void {
  if (hasOwnLine(draft.text, insertion)) insertOnOwnLine(draft, insertion);
  else if (mayShareLine(draft.text, insertion)) insertInLine(draft, insertion, insertion.item.inline);
  else if (insertion.item.prefer === 'hug' || !isOneLine(draft.text, insertion.list)) {
    insertInLine(draft, insertion, hugged(draft, insertion));
  } else if (canBreakOpen(draft, insertion)) breakOpen(draft, insertion);
  else insertInLine(draft, insertion, insertion.item.inline);
}

function hasOwnLine(text: string, { list, index }: Insertion): boolean {
  const previous = list.items[index - 1];
  const next = list.items[index];
  if (text.slice(previous?.end ?? list.open, next?.start ?? list.close).includes('\n')) return true;
  // `[⏎ a,⏎ b]`: items have lines of their own, only the bracket hasn't.
  return next === undefined && previous !== undefined && startsLine(text, previous.start);
}

function mayShareLine(text: string, { list, item }: Insertion): boolean {
  if (item.prefer === 'block') return false;
  if (item.prefer === 'line') return true;
  return lineLength(text, list.open) + item.inline.length + 2 <= MAX_LINE;
}

function isOneLine(text: string, list: ListLiteral): boolean {
  return !text.slice(list.open, list.close).includes('\n');
}

/** A list in the middle of a line would be broken in there, and spaces that no indentation takes up would end lines. */
function canBreakOpen({ text, style }: TextDraft, { list, index }: Insertion): boolean {
  if (opensInBrackets(text, list.open - 1)) return false;
  const base = lineIndent(text, list.open);
  const before = (pos: number): string => /[ \t]*$/.exec(text.slice(0, pos))?.[0] ?? '';
  const isTaken = (pos: number, indent: string): boolean => ['', indent.slice(-1)].includes(before(pos));
  const isLast = index === list.items.length && index > 0;
  const inside = base + style.indent;
  return list.items.every(({ start }) => isTaken(start, inside)) && isTaken(list.close, isLast ? inside : base);
}

/** Is a bracket still open that was opened before `pos` on its line? What is in strings is counted too: then nothing is broken. */
function opensInBrackets(text: string, pos: number): boolean {
  const prefix = text.slice(lineStart(text, pos), pos);
  const count = (brackets: RegExp): number => prefix.match(brackets)?.length ?? 0;
  return count(/[([{]/g) > count(/[)\]}]/g);
}

function insertOnOwnLine(draft: TextDraft, insertion: Insertion): void {
  const { text, output, style } = draft;
  const { list, index } = insertion;
  const previous = list.items[index - 1];
  const indent = itemIndent(draft, insertion);
  const line = '\n' + indent + broken(draft, insertion.item, indent);
  if (previous === undefined) {
    const comma = list.items.length > 0 || style.trailingComma ? ',' : '';
    output.insert(endOfCodeLine(text, list.open), line + comma);
    return;
  }
  const comma = afterComma(text, previous.end);
  if (comma === undefined) output.insert(previous.end, ',');
  output.insert(endOfCodeLine(text, comma ?? previous.end), line + (comma === undefined ? '' : ','));
}

function itemIndent({ text, style }: TextDraft, { list, index }: Insertion): string {
  const neighbours = [list.items[index - 1], list.items[index], ...list.items];
  const model = neighbours.find((item) => item !== undefined && startsLine(text, item.start));
  return model === undefined ? lineIndent(text, list.open) + style.indent : lineIndent(text, model.start);
}

function broken({ style }: TextDraft, item: Item, indent: string): string {
  const fits = indent.length + item.inline.length + 1 <= MAX_LINE;
  if (item.block === undefined || (item.prefer !== 'block' && fits)) return item.inline;
  return layOut(item.block, indent, style);
}

function hugged(draft: TextDraft, { list, index, item }: Insertion): string {
  const neighbour = list.items[index - 1] ?? list.items[index];
  return broken(draft, { ...item, prefer: 'block' }, lineIndent(draft.text, neighbour?.start ?? list.open));
}

function insertInLine({ text, output }: TextDraft, { list, index }: Insertion, code: string): void {
  const previous = list.items[index - 1];
  if (previous === undefined) {
    const padding = /^[ \t]*/.exec(text.slice(list.open, list.close))?.[0] ?? '';
    const at = list.open + padding.length;
    if (list.items.length > 0) output.insert(at, `${code}, `);
    else if (at < list.close) output.insert(endOfCodeLine(text, at), ` ${code}`);
    else if (padding === '') output.insert(at, list.pad + code + list.pad);
    else output.insert(at, code + padding);
    return;
  }
  const comma = afterComma(text, previous.end);
  if (comma === undefined) output.insert(endOfCodeLine(text, previous.end), `, ${code}`);
  else output.insert(comma, ` ${code},`);
}

/** Gives every item of a one-line list a line, using the spaces between items as part of the indentation. */
function breakOpen(draft: TextDraft, insertion: Insertion): void {
  const { text, output, style } = draft;
  const { list, index, item } = insertion;
  const base = lineIndent(text, list.open);
  const indent = base + style.indent;
  const code = broken(draft, item, indent);
  const last = list.items.at(-1);

  list.items.forEach((existing, position) => {
    if (position === index) output.insert(spaceBefore(text, existing.start, indent), `\n${indent}${code},`);
    newLineBefore(draft, existing.start, indent);
  });
  const comma = last === undefined ? undefined : afterComma(text, last.end);
  const finalComma = comma !== undefined || style.trailingComma ? ',' : '';
  if (last === undefined) output.insert(list.open, '\n' + indent + code + finalComma);
  else if (index < list.items.length) output.insert(last.end, comma === undefined ? finalComma : '');
  else if (comma === undefined) output.insert(last.end, ',');
  if (last === undefined || index < list.items.length) newLineBefore(draft, list.close, base);
  else {
    newLineBefore(draft, list.close, indent);
    output.insert(list.close, code + finalComma + '\n' + base);
  }
}

/** A line break, and an indentation that takes up the single space before `pos`. */
export function newLineBefore({ text, output }: TextDraft, pos: number, indent: string): void {
  const at = spaceBefore(text, pos, indent);
  output.insert(at, '\n' + indent.slice(0, indent.length - (pos - at)));
}

/** Offset of a single space before `pos` that can serve as the last column of `indent`, else `pos`. */
function spaceBefore(text: string, pos: number, indent: string): number {
  return text.charAt(pos - 1) === ' ' && indent.endsWith(' ') ? pos - 1 : pos;
}
