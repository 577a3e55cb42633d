import type { Node } from 'jsonc-parser';
import type { Item, TextDraft } from '../code/list-literal.ts';
import { TextOutput } from '../code/text-output.ts';
import { layOut, textStyleOf } from '../code/text-style.ts';
import { lineAt } from '../code/trivia.ts';
import type { EditOutcome, JsonEdit, ManualStep } from '../model/edit.ts';
import type { NewMember } from './json-members.ts';
import { descend, insertMember, parseJson } from './json-members.ts';

/**
 * Sets a string in the canonical text of a JSON file, comments and trailing commas tolerated. Only the value of an
 * existing key is replaced, unless it is to be kept; everything else is an insertion.
 * @throws CliError `UNREADABLE` when the text is no JSON.
 */
export function editJson(edit: JsonEdit, text: string): EditOutcome {
  const root = parseJson(edit.path, text);
  const { object, missing, leaf } = descend(root, edit.key);
  if (leaf !== undefined && (edit.keep === true || leaf.value === edit.value)) return { text, splices: [] };
  if (leaf !== undefined && leaf.type !== 'string') return { manual: manualStep(edit, text, leaf) };
  if (leaf === undefined && object.type !== 'object') return { manual: manualStep(edit, text, object) };

  const draft: TextDraft = { text, style: textStyleOf(text, false), output: new TextOutput(text) };
  if (leaf !== undefined) draft.output.replace(leaf.offset, leaf.offset + leaf.length, JSON.stringify(edit.value));
  else insertMember(draft, object, newMember(missing, edit.value));
  const { text: edited, splices } = draft.output;
  parseJson(edit.path, edited);
  return { text: edited, splices };
}

/** A whole new section goes last: the sections of a file are seldom sorted, though two or three may look so. */
function newMember(missing: readonly string[], value: string): NewMember {
  return { name: missing[0] ?? '', item: memberItem(missing, value), isLast: missing.length > 1 };
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

function manualStep({ id, path, key, value }: JsonEdit, text: string, node: Node): ManualStep {
  const reason = `${key.join('.')} can't be set to a string: a value of type ${node.type} stands here.`;
  const style = textStyleOf(text, false);
  const lines = layOut(memberItem(key, value).block ?? [], '', style).split('\n');
  return { id, path, line: lineAt(text, node.offset), reason, lines };
}
