import type { ArrayLiteralExpression, ObjectLiteralExpression } from 'ts-morph';
import { Node } from 'ts-morph';
import { usualStyle, type CodeStyle } from './code-style.ts';
import { NotEditable, openDraft, type CodeDraft } from './draft.ts';
import { exportedObject } from './exported-object.ts';
import { insertItem } from './list-literal.ts';
import { literal } from './literal.ts';
import { arrayList, objectList, propertyOf, propertyValue, stringValue } from './literals.ts';
import { readNamedStrings } from './read-strings.ts';
import { parseLoosely, syntaxProblem } from './source-file.ts';
import { layOut } from './text-style.ts';
import { excerpt } from './trivia.ts';
import type { ConfigListEdit, EditOutcome, ManualStep } from '../model/edit.ts';
import { nestedList, type Spelling } from './nested-list.ts';

/** A list in the object that a module exports. What a name or a spread brings is not followed: it may be anybody's. */
export function editCodeList(edit: ConfigListEdit, text: string): EditOutcome {
  const draft = openDraft(edit.path, text);
  try {
    addTo(draft, edit);
  } catch (error) {
    if (!(error instanceof NotEditable)) throw error;
    if (isSomewhere(edit, text)) return { text, splices: [] };
    return stepAt(edit, draft.style, error.line, error.message);
  }
  const { splices, text: edited } = draft.output;
  const problem = splices.length === 0 ? undefined : syntaxProblem(parseLoosely(edit.path, edited));
  if (problem === undefined) return { text: edited, splices };
  return stepAt(edit, draft.style, problem.line, 'This file is written in a way that an insertion would break.');
}

/** A person wrote it where this tool can't: under the list's name, anywhere in the file. */
function isSomewhere({ key, items }: ConfigListEdit, text: string): boolean {
  const list = key.at(-1) ?? '';
  const there = readNamedStrings(text).filter((one) => one.key.split('.').at(-1) === list);
  return items.every((item) => there.some((one) => one.text === item));
}

function addTo(draft: CodeDraft, { key, items }: ConfigListEdit): void {
  const { object, missing, leaf } = descend(exportedObject(draft.source), key);
  if (leaf !== undefined) {
    addItems(draft, leaf, items);
    return;
  }
  const list = objectList(object, draft.style);
  const item = nestedList(missing, items, spellingOf(draft.style, object));
  insertItem(draft, { list, index: list.items.length, item });
}

interface Found {
  readonly object: ObjectLiteralExpression;
  /** What is not there below the object. */
  readonly missing: readonly string[];
  readonly leaf?: ArrayLiteralExpression;
}

/** @throws NotEditable where something else stands on the way */
function descend(root: ObjectLiteralExpression, key: readonly string[]): Found {
  let object = root;
  for (const [depth, name] of key.entries()) {
    const isLeaf = depth === key.length - 1;
    if (propertyOf(object, name) === undefined) {
      const spread = object.getProperties().find(Node.isSpreadAssignment);
      if (spread === undefined) return { object, missing: key.slice(depth) };
      throw new NotEditable(spread, `${excerpt(spread.getText())} may hold ${name}.`);
    }
    const value = propertyValue(object, name);
    if (isLeaf && Node.isArrayLiteralExpression(value)) return { object, missing: [], leaf: value };
    if (isLeaf || !Node.isObjectLiteralExpression(value)) {
      throw new NotEditable(
        value ?? object,
        `${name} is not written as ${isLeaf ? 'a list' : 'an object literal'} here.`,
      );
    }
    object = value;
  }
  return { object, missing: [] };
}

/** Elements that are no text, such as a constant's name, may be the ones that are wanted: then only a person can tell. */
function addItems(draft: CodeDraft, array: ArrayLiteralExpression, items: readonly string[]): void {
  const there = array.getElements().map(stringValue);
  const wanted = items.filter((item) => !there.includes(item));
  if (wanted.length === 0) return;
  const unknown = array.getElements().find((element) => stringValue(element) === undefined);
  if (unknown !== undefined)
    throw new NotEditable(unknown, `${excerpt(unknown.getText())} may be one of those that are wanted.`);
  const inline = wanted.map((item) => literal(item, draft.style.quote)).join(', ');
  const list = arrayList(array);
  insertItem(draft, { list, index: list.items.length, item: { inline, prefer: 'inline' } });
}

/** Names are quoted where all others of the object are. */
function spellingOf({ quote, trailingComma }: CodeStyle, object?: ObjectLiteralExpression): Spelling {
  const names = (object?.getProperties() ?? []).flatMap((one) =>
    Node.isPropertyAssignment(one) ? one.getNameNode() : [],
  );
  const isQuoted = names.length > 0 && names.every(Node.isStringLiteral);
  return {
    name: (name) => (isQuoted ? literal(name, quote) : name),
    text: (text) => literal(text, quote),
    trailingComma,
  };
}

function stepAt(
  { id, path, key, items }: ConfigListEdit,
  style: CodeStyle,
  ...[line, reason]: [number, string]
): { manual: ManualStep } {
  const { block = [] } = nestedList(key, items, spellingOf({ ...style, trailingComma: true }));
  const lines = layOut(block, '', usualStyle).split('\n');
  return {
    manual: {
      id,
      path,
      line,
      reason,
      lines: [`// in the configuration:`, ...lines.slice(0, -1), `${lines.at(-1) ?? ''},`],
    },
  };
}
