import type { Node } from 'jsonc-parser';
import type { TextDraft } from '../code/list-literal.ts';
import { insertItem } from '../code/list-literal.ts';
import { nestedList, type Spelling } from '../code/nested-list.ts';
import { TextOutput } from '../code/text-output.ts';
import { layOut, textStyleOf } from '../code/text-style.ts';
import { afterComma, lineAt } from '../code/trivia.ts';
import type { ConfigListEdit, EditOutcome, ManualStep } from '../model/edit.ts';
import { descend, insertMember, parseJson } from './json-members.ts';

const spelling: Spelling = {
  name: (name) => JSON.stringify(name),
  text: (text) => JSON.stringify(text),
  trailingComma: false,
};

/** Comments and trailing commas are tolerated. */
export function editJsonList(edit: ConfigListEdit, text: string): EditOutcome {
  const root = parseJson(edit.path, text);
  const { object, missing, leaf } = descend(root, edit.key);
  if (leaf !== undefined && leaf.type !== 'array') return stepAt(edit, text, leaf);
  if (leaf === undefined && object.type !== 'object') return stepAt(edit, text, object);
  const items = leaf?.children ?? [];
  const wanted = edit.items.filter((item) => !items.some(({ value }) => value === item));
  if (leaf !== undefined && wanted.length === 0) return { text, splices: [] };

  const draft: TextDraft = { text, style: textStyleOf(text, false), output: new TextOutput(text) };
  const [name = ''] = missing;
  if (leaf !== undefined) addItems(draft, leaf, wanted);
  else insertMember(draft, object, { name, item: nestedList(missing, wanted, spelling), isLast: missing.length > 1 });
  const { text: edited, splices } = draft.output;
  parseJson(edit.path, edited);
  return { text: edited, splices };
}

function addItems(draft: TextDraft, { offset, length, children = [] }: Node, texts: readonly string[]): void {
  const items = children.map((child) => ({ start: child.offset, end: child.offset + child.length }));
  const last = items.at(-1);
  const trailingComma = last !== undefined && afterComma(draft.text, last.end) !== undefined;
  const list = { open: offset + 1, close: offset + length - 1, items, pad: '' as const };
  const inline = texts.map(spelling.text).join(', ');
  const item = { inline, prefer: 'inline' as const };
  insertItem({ ...draft, style: { ...draft.style, trailingComma } }, { list, index: items.length, item });
}

function stepAt({ id, path, key, items }: ConfigListEdit, text: string, node: Node): { manual: ManualStep } {
  const reason = `${key.join('.')} can't be set to a list: a value of type ${node.type} stands here.`;
  const { block = [] } = nestedList(key, items, spelling);
  const lines = layOut(block, '', textStyleOf(text, false)).split('\n');
  return { manual: { id, path, line: lineAt(text, node.offset), reason, lines } };
}
