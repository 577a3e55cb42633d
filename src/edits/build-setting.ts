import type { OldStyleDictionary, OldStyleEntry } from '../code/old-style-plist.ts';
import { entryOf, OldStyleSyntaxError, parseOldStyle, quoteOldStyle } from '../code/old-style-plist.ts';
import { TextOutput } from '../code/text-output.ts';
import { endOfCodeLine, lineAt, lineIndent, lineStart, startsLine } from '../code/trivia.ts';
import { CliError } from '../model/errors.ts';
import type { BuildSettingEdit, EditOutcome, ManualStep } from '../model/edit.ts';

/**
 * Sets one build setting of a configuration in the canonical text of a `project.pbxproj`, in alphabetical order, as Xcode
 * writes them. Everything else stays byte for byte.
 * @throws CliError `UNREADABLE` when the text is no Xcode project in the old style, the only one Xcode writes.
 */
export function editBuildSetting(edit: BuildSettingEdit, text: string): EditOutcome {
  const project = parse(edit, text);
  const settings = settingsOf(project, edit.configuration);
  if (settings === undefined)
    return { manual: manualStep(edit, `The build configuration ${edit.configuration} has no build settings here.`, 1) };
  const entry = entryOf(settings, edit.key);
  if (entry !== undefined && entry.value.kind !== 'string')
    return { manual: manualStep(edit, `${edit.key} is there already, and it is no text.`, lineAt(text, entry.start)) };
  if (entry !== undefined && isKept(edit, entry)) return { text, splices: [] };
  const output = new TextOutput(text);
  if (entry === undefined) insert(output, { edit, text, settings });
  else change(output, edit, entry);
  parse(edit, output.text);
  return { text: output.text, splices: output.splices };
}

function parse({ path }: BuildSettingEdit, text: string): OldStyleDictionary {
  try {
    return parseOldStyle(text, 'braces');
  } catch (cause) {
    if (!(cause instanceof OldStyleSyntaxError)) throw cause;
    const { offset, message } = cause;
    throw new CliError('UNREADABLE', `${path} can't be read as an Xcode project: ${message}`, {
      where: { path, line: lineAt(text, offset), column: offset - lineStart(text, offset) + 1 },
      hint: 'Open the project in Xcode, which says what is wrong with it, then run the command again.',
      cause,
    });
  }
}

function settingsOf(project: OldStyleDictionary, configuration: string): OldStyleDictionary | undefined {
  return dictionaryAt(dictionaryAt(dictionaryAt(project, 'objects'), configuration), 'buildSettings');
}

function dictionaryAt(dictionary: OldStyleDictionary | undefined, key: string): OldStyleDictionary | undefined {
  const value = dictionary && entryOf(dictionary, key)?.value;
  return value?.kind === 'dictionary' ? value : undefined;
}

/** A text of white space says nothing: it is a missing one. */
function isKept({ value, replace }: BuildSettingEdit, { value: current }: OldStyleEntry): boolean {
  const text = current.kind === 'string' ? current.text : '';
  return text === value || (text.trim() !== '' && !replace);
}

function change(output: TextOutput, edit: BuildSettingEdit, { value }: OldStyleEntry): void {
  const literal = quoteOldStyle(edit.value);
  if (value.end - value.start === 2) output.insert(value.start + 1, literal.slice(1, -1));
  else output.replace(value.start, value.end, literal);
}

interface Target {
  readonly edit: BuildSettingEdit;
  readonly text: string;
  readonly settings: OldStyleDictionary;
}

function insert(output: TextOutput, { edit, text, settings }: Target): void {
  const { entries } = settings;
  const next = entries.find(({ key }) => edit.key < key);
  const previous = next === undefined ? entries.at(-1) : entries[entries.indexOf(next) - 1];
  const sample = [previous, next].find((entry) => entry && startsLine(text, entry.start));
  const line = `${edit.key} = ${quoteOldStyle(edit.value)};`;
  if (sample === undefined) {
    output.insert(previous?.end ?? settings.start + 1, ` ${line}`);
    return;
  }
  const at = endOfCodeLine(text, previous?.end ?? settings.start + 1);
  output.insert(at, `\n${lineIndent(text, sample.start)}${line}`);
}

function manualStep({ id, path, key, value }: BuildSettingEdit, reason: string, line: number): ManualStep {
  return { id, path, line, reason, lines: [`${key} = ${quoteOldStyle(value)};`] };
}
