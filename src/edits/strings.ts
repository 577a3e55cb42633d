import type { OldStyleDictionary, OldStyleEntry } from '../code/old-style-plist.ts';
import { entryOf, OldStyleSyntaxError, parseOldStyle, quoteOldStyle } from '../code/old-style-plist.ts';
import { TextOutput } from '../code/text-output.ts';
import { endOfCodeLine, lineAt, lineIndent, lineStart } from '../code/trivia.ts';
import { CliError } from '../model/errors.ts';
import type { EditOutcome, StringsEdit } from '../model/edit.ts';

/**
 * Sets one text of a `.strings` file, given as canonical text: in alphabetical order where the keys are sorted, else behind
 * the last. Comments, order and layout stay.
 * @throws CliError `UNREADABLE` when the text is no `.strings` file.
 */
export function editStrings(edit: StringsEdit, text: string): EditOutcome {
  const strings = parse(edit, text);
  const entry = entryOf(strings, edit.key);
  if (entry !== undefined && isKept(edit, entry)) return { text, splices: [] };
  const output = new TextOutput(text);
  if (entry === undefined) insert(output, { edit, text, strings });
  else change(output, edit, entry);
  parse(edit, output.text);
  return { text: output.text, splices: output.splices };
}

function parse({ path }: StringsEdit, text: string): OldStyleDictionary {
  try {
    return parseOldStyle(text, 'bare');
  } catch (cause) {
    if (!(cause instanceof OldStyleSyntaxError)) throw cause;
    const { offset, message } = cause;
    throw new CliError('UNREADABLE', `${path} can't be read as a .strings file: ${message}`, {
      where: { path, line: lineAt(text, offset), column: offset - lineStart(text, offset) + 1 },
      hint: `Check it with: plutil -lint ${path}`,
      cause,
    });
  }
}

/** A text of white space says nothing: it is a missing one. */
function isKept({ value, replace }: StringsEdit, { value: current }: OldStyleEntry): boolean {
  const text = current.kind === 'string' ? current.text : '';
  return text === value || (text.trim() !== '' && !replace);
}

function change(output: TextOutput, edit: StringsEdit, { start, value }: OldStyleEntry): void {
  const literal = quoteOldStyle(edit.value);
  const isShorthand = value.start === start;
  const isEmpty = value.end - value.start === 2;
  if (isShorthand) output.insert(value.end, ` = ${literal}`);
  else if (isEmpty) output.insert(value.start + 1, literal.slice(1, -1));
  else output.replace(value.start, value.end, literal);
}

interface Target {
  readonly edit: StringsEdit;
  readonly text: string;
  readonly strings: OldStyleDictionary;
}

function insert(output: TextOutput, { edit, text, strings }: Target): void {
  const { entries } = strings;
  const index = sortedIndex(entries, edit.key);
  const previous = entries[index - 1];
  const sample = previous ?? entries[0];
  const line = spelledLike(edit, text, sample);
  if (previous !== undefined) {
    const gap = isApart(text, entries) ? '\n\n' : '\n';
    output.insert(endOfCodeLine(text, previous.end), gap + lineIndent(text, previous.start) + line);
    return;
  }
  if (sample === undefined) output.insert(text.length, text === '' || text.endsWith('\n') ? `${line}\n` : `\n${line}`);
  else output.insert(lineStart(text, sample.start), `${lineIndent(text, sample.start)}${line}\n`);
}

/** The key in quotes or bare, and the same space around the sign, as the neighbour has it. */
function spelledLike({ key, value }: StringsEdit, text: string, sample: OldStyleEntry | undefined): string {
  const written = sample === undefined ? '' : text.slice(sample.start, sample.value.start);
  const sign = /\s*=\s*$/.exec(written)?.[0].replaceAll('\n', ' ') ?? ' = ';
  const isBare = written !== '' && !/^["']/.test(written);
  return `${isBare ? key : quoteOldStyle(key)}${sign}${quoteOldStyle(value)};`;
}

/** Do entries have an empty line between them? */
function isApart(text: string, entries: readonly OldStyleEntry[]): boolean {
  const gaps = entries.slice(1).map((entry, index) => text.slice(entries[index]?.end, entry.start));
  return gaps.length > 0 && gaps.every((gap) => /\n[ \t]*\n/.test(gap));
}

function sortedIndex(entries: readonly OldStyleEntry[], key: string): number {
  const isSorted = entries.every((entry, index) => index === 0 || (entries[index - 1]?.key ?? '') < entry.key);
  const index = isSorted && entries.length > 1 ? entries.findIndex((entry) => key < entry.key) : -1;
  return index === -1 ? entries.length : index;
}
