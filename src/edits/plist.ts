import { TextOutput } from '../code/text-output.ts';
import { lineAt } from '../code/trivia.ts';
import type { EditOutcome, ManualStep, PlistEdit } from '../model/edit.ts';
import type { PlistDict } from './plist-scan.ts';
import { insertEntry } from './plist-entry.ts';
import { scanPlist } from './plist-scan.ts';
import { differsOnlyBy, readPlist } from './plist-values.ts';
import { escapeXml } from './xml-text.ts';

/**
 * Sets a string in the root dictionary of an XML property list, given as canonical text, in alphabetical order where the
 * keys are sorted. Comments, order and layout stay.
 * @throws CliError `UNREADABLE` when the text is no XML property list.
 */
export function editPlist(edit: PlistEdit, text: string): EditOutcome {
  const values = readPlist(edit.path, text);
  const dict = scanPlist(text);
  const current = values[edit.key];
  if (dict === undefined)
    return { manual: manualStep(edit, text, 0, 'The root of this property list is no dictionary.') };
  if (current !== undefined && typeof current !== 'string') {
    const entry = dict.entries.find((one) => one.name === edit.key);
    return {
      manual: manualStep(
        edit,
        text,
        entry?.start ?? dict.element.start,
        `${edit.key} is there already, and it is no string.`,
      ),
    };
  }
  if (current !== undefined && isKept(edit, current)) return { text, splices: [] };

  const output = current === undefined ? inserted(edit, text, dict) : changed(edit, text, { dict, current });
  if (output !== undefined && holds(edit, output.text, values)) return { text: output.text, splices: output.splices };
  return {
    manual: manualStep(
      edit,
      text,
      dict.element.start,
      'This property list is written in a way that an insertion would break.',
    ),
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

/** Whether the edited text has ours beside the values before, and nothing else. */
function holds({ key, value }: PlistEdit, edited: string, before: Readonly<Record<string, unknown>>): boolean {
  return differsOnlyBy(edited, before, key, (now) => typeof now === 'string' && now.trim() === value.trim());
}

function inserted({ key, value }: PlistEdit, text: string, dict: PlistDict): TextOutput {
  const output = new TextOutput(text);
  insertEntry(output, { text, dict, key }, [`<string>${escapeXml(value)}</string>`]);
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
  const { name, open, close, end } = entry.value;
  const output = new TextOutput(text);
  if (close === undefined) {
    // `<string/>` is opened around its slash, so that nothing of it is taken out.
    const slash = text.lastIndexOf('/', end);
    output.insert(slash, `>${escapeXml(value)}<`);
    output.insert(slash + 1, name);
  } else if (isBlank(current)) output.insert(open, escapeXml(value));
  else output.replace(open, close, escapeXml(value));
  return output;
}

function manualStep(
  { id, path, key, value }: PlistEdit,
  text: string,
  ...[offset, reason]: [number, string]
): ManualStep {
  const lines = [`<key>${escapeXml(key)}</key>`, `<string>${escapeXml(value)}</string>`];
  return { id, path, line: lineAt(text, offset), reason, lines };
}
