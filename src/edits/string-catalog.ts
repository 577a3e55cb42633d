import type { Node } from 'jsonc-parser';
import type { Item, TextDraft } from '../code/list-literal.ts';
import { TextOutput } from '../code/text-output.ts';
import { layOut, textStyleOf } from '../code/text-style.ts';
import { lineAt } from '../code/trivia.ts';
import type { EditOutcome, ManualStep, StringCatalogEdit } from '../model/edit.ts';
import { descend, insertMember, members, parseJson } from './json-members.ts';

/** An object: texts, and objects of its own. */
interface Content {
  readonly [name: string]: string | Content;
}

/** A localisation may hold variations by device in place of one text. */
const unit = ['stringUnit', 'value'] as const;

/**
 * Sets one text of a string catalog in the catalog's source language, given as canonical text. An entry that is not there is
 * written as Xcode writes it when it finds the key in Info.plist; nobody has translated it yet. What is there stays.
 * @throws CliError `UNREADABLE` when the text is no JSON.
 */
export function editStringCatalog(edit: StringCatalogEdit, text: string): EditOutcome {
  const root = parseJson(edit.path, text);
  const { leaf: language } = descend(root, ['sourceLanguage']);
  if (language?.type !== 'string' || descend(root, ['strings']).leaf?.type !== 'object')
    return { manual: manualStep(edit, text, root, 'This is no string catalog: sourceLanguage or strings is missing.') };
  const key = ['strings', edit.key, 'localizations', String(language.value), ...unit];
  const { object, missing, leaf } = descend(root, key);
  if (object.type !== 'object' || (leaf !== undefined && leaf.type !== 'string'))
    return { manual: manualStep(edit, text, object, `${edit.key} is there already, and it is no text.`) };
  if (isKept(edit, { object, missing, leaf })) return { text, splices: [] };

  const draft: TextDraft = { text, style: textStyleOf(text, false), output: new TextOutput(text) };
  if (leaf === undefined) insert(draft, object, { root, content: contentFor(edit, missing) });
  else change(draft.output, edit, leaf);
  const { text: edited, splices } = draft.output;
  parseJson(edit.path, edited);
  return { text: edited, splices };
}

interface Found {
  readonly object: Node;
  readonly missing: readonly string[];
  readonly leaf: Node | undefined;
}

/** A text of white space says nothing: it is a missing one. */
function isKept({ value, replace }: StringCatalogEdit, { object, missing, leaf }: Found): boolean {
  if (leaf === undefined) return missing.length === unit.length && members(object).length > 0;
  const current = String(leaf.value);
  return current === value || (current.trim() !== '' && !replace);
}

function change(output: TextOutput, { value }: StringCatalogEdit, { offset, length }: Node): void {
  const literal = JSON.stringify(value);
  if (length === 2) output.insert(offset + 1, literal.slice(1, -1));
  else output.replace(offset, offset + length, literal);
}

/** What is missing, from the first missing member down. `new` and `extracted_with_value` are Xcode's words. */
function contentFor({ value }: Pick<StringCatalogEdit, 'value'>, [name = '', ...deeper]: readonly string[]): Content {
  if (name === 'value') return { value };
  if (name === 'stringUnit') return { stringUnit: { state: 'new', value } };
  const content = contentFor({ value }, deeper);
  const isEntry = deeper[0] === 'localizations';
  return { [name]: isEntry ? { extractionState: 'extracted_with_value', ...content } : content };
}

interface Insertion {
  readonly root: Node;
  readonly content: Content;
}

function insert(draft: TextDraft, object: Node, { root, content }: Insertion): void {
  const [name = ''] = Object.keys(content);
  insertMember(draft, object, { name, item: itemOf(content, signIn(draft.text, root)), isLast: false });
}

/** What stands between a name and its value: Xcode writes `"name" : "value"`. */
function signIn(text: string, root: Node): string {
  const [name, value] = members(root)[0]?.children ?? [];
  return name && value ? text.slice(name.offset + name.length, value.offset) : ' : ';
}

function itemOf(content: Content, sign: string): Item {
  const block = linesOf(content, sign);
  return { inline: block.map((line) => line.trim()).join(' '), block, prefer: 'block' };
}

function linesOf(content: Content, sign: string): string[] {
  const written = Object.entries(content).map(([name, value]) => {
    const start = `${JSON.stringify(name)}${sign}`;
    if (typeof value === 'string') return [start + JSON.stringify(value)];
    return [`${start}{`, ...linesOf(value, sign).map((line) => `\t${line}`), '}'];
  });
  return written.flatMap((lines, index) =>
    index === written.length - 1 ? lines : [...lines.slice(0, -1), `${lines.at(-1) ?? ''},`],
  );
}

function manualStep(edit: StringCatalogEdit, text: string, ...[node, reason]: [Node, string]): ManualStep {
  const { id, path, key } = edit;
  const block = linesOf(contentFor(edit, [key, 'localizations', 'en', 'stringUnit']), ' : ');
  const lines = layOut(block, '', textStyleOf(text, false)).split('\n');
  return { id, path, line: lineAt(text, node.offset), reason, lines };
}
