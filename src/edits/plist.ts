import { DOMParser, onErrorStopParsing } from '@xmldom/xmldom';
import { parse as parsePlist } from 'plist';
import { TextOutput } from '../code/text-output.ts';
import { indentUnitOf } from '../code/text-style.ts';
import { lineAt, lineIndent, startsLine } from '../code/trivia.ts';
import { CliError } from '../model/errors.ts';
import type { EditOutcome, ManualStep, PlistEdit } from '../model/edit.ts';
import type { PlistDict } from './plist-scan.ts';
import { scanPlist } from './plist-scan.ts';

/**
 * Sets a string in the root dictionary of an XML property list, given as canonical text, in alphabetical order where the
 * keys are sorted. Comments, order and layout stay.
 * @throws CliError `UNREADABLE` when the text is no XML property list.
 */
export function editPlist(edit: PlistEdit, text: string): EditOutcome {
  const values = dictionary(edit, text);
  const dict = scanPlist(text);
  const current = values[edit.key];
  if (dict === undefined)
    return { manual: manualStep(edit, text, 0, 'The root of this property list is no dictionary.') };
  if (current !== undefined && typeof current !== 'string') {
    const entry = dict.entries.find((one) => one.name === edit.key);
    return {
      manual: manualStep(edit, text, entry?.start ?? dict.start, `${edit.key} is there already, and it is no string.`),
    };
  }
  if (current !== undefined && isKept(edit, current)) return { text, splices: [] };

  const output = current === undefined ? inserted(edit, text, dict) : changed(edit, text, { dict, current });
  if (output !== undefined && holds(edit, output.text, values)) return { text: output.text, splices: output.splices };
  return {
    manual: manualStep(edit, text, dict.start, 'This property list is written in a way that an insertion would break.'),
  };
}

/** A text of white space says nothing: it is a missing one. Its white space stays around the one that is put in. */
function isKept({ value, replace }: PlistEdit, current: string): boolean {
  if (isBlank(current)) return isBlank(value);
  return current.trim() === value.trim() || !replace;
}

function isBlank(text: string): boolean {
  return text.trim() === '';
}

function dictionary({ path }: PlistEdit, text: string): Readonly<Record<string, unknown>> {
  if (text.startsWith('bplist')) {
    throw new CliError('UNREADABLE', `${path} is a binary property list.`, {
      where: { path },
      hint: `Convert it with: plutil -convert xml1 ${path}`,
    });
  }
  try {
    return read(text);
  } catch (cause) {
    const why = cause instanceof Error ? `: ${cause.message.trim()}` : '';
    throw new CliError('UNREADABLE', `${path} can't be read as a property list${why}`, {
      where: { path },
      hint: `Check it with: plutil -lint ${path}`,
      cause,
    });
  }
}

/** White space before the XML declaration is forbidden, and common; it is kept and not parsed. */
function read(text: string): Readonly<Record<string, unknown>> {
  const xml = text.trimStart();
  // Parsed once for its errors: the property list parser writes them to the console and goes on.
  new DOMParser({ onError: onErrorStopParsing }).parseFromString(xml, 'text/xml');
  const value: unknown = parsePlist(xml);
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

/** Whether the edited text parses to the values before and ours, and to nothing else. */
function holds({ key, value }: PlistEdit, edited: string, before: Readonly<Record<string, unknown>>): boolean {
  try {
    const now = read(edited)[key];
    const isOurs = typeof now === 'string' && now.trim() === value.trim();
    return isOurs && canonicalJson(read(edited)) === canonicalJson({ ...before, [key]: now });
  } catch {
    return false;
  }
}

function canonicalJson(values: Readonly<Record<string, unknown>>): string {
  return JSON.stringify(Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function inserted({ key, value }: PlistEdit, text: string, dict: PlistDict): TextOutput {
  const output = new TextOutput(text);
  const index = sortedIndex(dict, key);
  const previous = dict.entries[index - 1];
  const sample = [previous, dict.entries[index], ...dict.entries].find(
    (entry) => entry && startsLine(text, entry.start),
  );
  const base = lineIndent(text, dict.start);
  const indent =
    sample === undefined
      ? base + (indentUnitOf(text) === '  ' ? '\t' : indentUnitOf(text))
      : lineIndent(text, sample.start);
  const lines = `\n${indent}<key>${escapeXml(key)}</key>\n${indent}<string>${escapeXml(value)}</string>`;

  if (dict.close === undefined) {
    // `<dict/>` is opened around its slash, so that nothing of it is taken out.
    const slash = text.lastIndexOf('/', dict.open);
    output.insert(slash, `>${lines}\n${base}<`);
    output.insert(slash + 1, 'dict');
    return output;
  }
  const at = endOfXmlLine(text, previous?.end ?? dict.open);
  const isOneLine = !text.slice(dict.open, dict.close).includes('\n');
  const last = isOneLine && (previous?.end ?? 0) === (dict.entries.at(-1)?.end ?? 0) ? '\n' + base : '';
  output.insert(at, lines + last);
  return output;
}

/** Put into a text that says nothing; in place of one that says something else. */
function changed(
  { key, value }: PlistEdit,
  text: string,
  { dict, current }: { readonly dict: PlistDict; readonly current: string },
): TextOutput | undefined {
  const entry = dict.entries.findLast((one) => one.name === escapeXml(key));
  if (entry === undefined) return undefined;
  const { start, end, inner } = entry.value;
  const output = new TextOutput(text);
  if (inner === undefined) {
    // `<string/>` is opened around its slash, so that nothing of it is taken out.
    const slash = text.lastIndexOf('/', end);
    output.insert(slash, `>${escapeXml(value)}<`);
    output.insert(slash + 1, text.slice(start + 1, start + 1 + entry.value.tag.length));
  } else if (isBlank(current)) output.insert(inner.start, escapeXml(value));
  else output.replace(inner.start, inner.end, escapeXml(value));
  return output;
}

function sortedIndex({ entries }: PlistDict, key: string): number {
  const sorted = entries.every((entry, i) => i === 0 || (entries[i - 1]?.name ?? '') < entry.name);
  const index = sorted ? entries.findIndex((entry) => key < entry.name) : -1;
  return index === -1 ? entries.length : index;
}

/** Behind what shares the line with the code ending at `pos`: spaces and comments. */
function endOfXmlLine(text: string, pos: number): number {
  const rest = /^(?:[ \t]*<!--(?:(?!-->).)*-->)*(?:[ \t]*(?=\n))?/.exec(text.slice(pos))?.[0] ?? '';
  return pos + rest.length;
}

function escapeXml(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function manualStep(
  { id, path, key, value }: PlistEdit,
  text: string,
  ...[offset, reason]: [number, string]
): ManualStep {
  const lines = [`<key>${escapeXml(key)}</key>`, `<string>${escapeXml(value)}</string>`];
  return { id, path, line: lineAt(text, offset), reason, lines };
}
