import type { TextOutput } from '../code/text-output.ts';
import { indentUnitOf, layOut } from '../code/text-style.ts';
import { lineIndent, startsLine } from '../code/trivia.ts';
import type { PlistDict } from './plist-scan.ts';
import { escapeXml, insertLines } from './xml-text.ts';

interface NewEntry {
  readonly text: string;
  readonly dict: PlistDict;
  readonly key: string;
}

/**
 * A key and its value, in alphabetical order where the keys are sorted.
 * @param value its lines, whose leading tabs stand for levels
 */
export function insertEntry(output: TextOutput, { text, dict, key }: NewEntry, value: readonly string[]): void {
  const { element, entries } = dict;
  const index = sortedIndex(dict, key);
  const previous = entries[index - 1];
  const sample = [previous, entries[index], ...entries].find((entry) => entry && startsLine(text, entry.start));
  const unit = plistIndentOf(text);
  const indent = sample === undefined ? lineIndent(text, element.start) + unit : lineIndent(text, sample.start);
  const lines = layOut([`<key>${escapeXml(key)}</key>`, ...value], indent, { indent: unit, trailingComma: false });
  const isLast = index === entries.length;
  insertLines(output, { text, parent: element, after: previous?.end, isLast }, `\n${indent}${lines}`);
}

/** Xcode writes tabs. */
export function plistIndentOf(text: string): string {
  const unit = indentUnitOf(text);
  return unit === '  ' ? '\t' : unit;
}

function sortedIndex({ entries }: PlistDict, key: string): number {
  const sorted = entries.every((entry, i) => i === 0 || (entries[i - 1]?.name ?? '') < entry.name);
  const index = sorted ? entries.findIndex((entry) => key < entry.name) : -1;
  return index === -1 ? entries.length : index;
}
