import { TextOutput } from '../code/text-output.ts';
import { layOut } from '../code/text-style.ts';
import { lineAt, lineIndent, startsLine } from '../code/trivia.ts';
import type { XmlElement } from '../code/xml-scan.ts';
import type { EditOutcome, ManualStep, PlistListEdit } from '../model/edit.ts';
import { insertEntry, plistIndentOf } from './plist-entry.ts';
import { scanPlist, type PlistDict } from './plist-scan.ts';
import { differsOnlyBy, readPlist } from './plist-values.ts';
import { escapeXml, insertLines } from './xml-text.ts';

/**
 * Adds an item to a list in the root dictionary of an XML property list, given as canonical text: behind the other items, or with
 * the list where there is none. A list that says it already stays as it is.
 * @throws CliError `UNREADABLE` when the text is no XML property list.
 */
export function editPlistList(edit: PlistListEdit, text: string): EditOutcome {
  const values = readPlist(edit.path, text);
  const dict = scanPlist(text);
  const current = values[edit.key];
  if (dict === undefined) return stepAt(edit, text, 0, 'The root of this property list is no dictionary.');
  const entry = dict.entries.findLast(({ name }) => name === escapeXml(edit.key));
  if (current !== undefined && !Array.isArray(current)) {
    const at = entry?.start ?? dict.element.start;
    return stepAt(edit, text, at, `${edit.key} is there already, and it is no list.`);
  }
  const items: readonly unknown[] = current ?? [];
  if (items.some((one) => isMetBy(edit, one))) return { text, splices: [] };

  const list = entry?.value;
  const output = list === undefined ? withList(edit, text, dict) : withItem(edit, text, list);
  const isOurs = (now: unknown) => isSame(now, [...items, edit.item]);
  if (differsOnlyBy(output.text, values, edit.key, isOurs)) return { text: output.text, splices: output.splices };
  return stepAt(
    edit,
    text,
    dict.element.start,
    'This property list is written in a way that an insertion would break.',
  );
}

/** Schemes and hosts are the same in capitals. */
function isMetBy({ item, by }: PlistListEdit, other: unknown): boolean {
  const fold = (value: unknown) => JSON.stringify(value).toLowerCase();
  if (typeof item === 'string' || by === undefined) return isSame(fold(item), fold(other));
  const listed = typeof other === 'object' && other !== null ? Object.entries(other) : [];
  const texts: unknown = listed.find(([key]) => key === by)?.[1];
  const there = Array.isArray(texts) ? texts.map(fold) : [];
  return [item[by] ?? []].flat().every((text) => there.includes(fold(text)));
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function withList(edit: PlistListEdit, text: string, dict: PlistDict): TextOutput {
  const output = new TextOutput(text);
  insertEntry(output, { text, dict, key: edit.key }, listLines(edit));
  return output;
}

function withItem({ item }: PlistListEdit, text: string, list: XmlElement): TextOutput {
  const output = new TextOutput(text);
  const last = list.children.at(-1);
  const sample = [last, ...list.children].find((one) => one && startsLine(text, one.start));
  const unit = plistIndentOf(text);
  const indent = sample === undefined ? lineIndent(text, list.start) + unit : lineIndent(text, sample.start);
  const lines = layOut(itemLines(item), indent, { indent: unit, trailingComma: false });
  insertLines(output, { text, parent: list, after: last?.end, isLast: true }, `\n${indent}${lines}`);
  return output;
}

function listLines({ item }: PlistListEdit): string[] {
  return ['<array>', ...itemLines(item).map((line) => `\t${line}`), '</array>'];
}

/** Leading tabs stand for levels. */
function itemLines(item: PlistListEdit['item']): string[] {
  if (typeof item === 'string') return [stringLine(item)];
  const entries = Object.entries(item).flatMap(([key, value]) => [
    `\t<key>${escapeXml(key)}</key>`,
    ...(typeof value === 'string'
      ? [`\t${stringLine(value)}`]
      : ['\t<array>', ...value.map((one) => `\t\t${stringLine(one)}`), '\t</array>']),
  ]);
  return ['<dict>', ...entries, '</dict>'];
}

function stringLine(text: string): string {
  return `<string>${escapeXml(text)}</string>`;
}

function stepAt(edit: PlistListEdit, text: string, ...[offset, reason]: [number, string]): { manual: ManualStep } {
  const { id, path, key } = edit;
  const lines = [`<key>${escapeXml(key)}</key>`, ...listLines(edit)];
  return { manual: { id, path, line: lineAt(text, offset), reason, lines } };
}
