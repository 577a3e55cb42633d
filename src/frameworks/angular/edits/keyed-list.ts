import type { ArrayLiteralExpression } from 'ts-morph';
import { Node } from 'ts-morph';
import type { CodeAnchor } from '../../../model/edit.ts';
import { findAnchor, findCall } from '../../../code/anchor.ts';
import type { CodeDraft } from '../../../code/draft.ts';
import { NotEditable } from '../../../code/draft.ts';
import type { Item, ListLiteral } from '../../../code/list-literal.ts';
import { insertItem } from '../../../code/list-literal.ts';
import { argumentList, arrayList, objectList, propertyValue } from '../../../code/literals.ts';
import { excerpt } from '../../../code/trivia.ts';
import { localArray } from '../read/http-providers.ts';

/** A list of an Angular configuration or an NgModule: `providers: […]`, `imports: […]`. */
interface KeyedList {
  readonly key: 'providers' | 'imports';
  readonly anchor: CodeAnchor;
  /** Absent where there is no such list yet. */
  readonly array?: ArrayLiteralExpression;
}

/** @throws NotEditable when the list is there and not written as an array literal of this file. */
export function findList(draft: CodeDraft, anchor: CodeAnchor, key: KeyedList['key']): KeyedList {
  const target = findAnchor(draft.source, anchor);
  if (target === undefined) return { key, anchor };
  if (Node.isArrayLiteralExpression(target)) return { key, anchor, array: target };
  if (!Node.isObjectLiteralExpression(target)) {
    throw new NotEditable(target, `${holder(anchor)} is not written as an object literal here.`);
  }
  const value = propertyValue(target, key);
  if (value === undefined) return { key, anchor };
  if (Node.isArrayLiteralExpression(value)) return { key, anchor, array: value };
  const name = Node.isShorthandPropertyAssignment(value) ? value.getName() : value.getText();
  const array = localArray(draft.source, name);
  if (array === undefined) throw new NotEditable(value, `The ${key} are not written as an array literal here.`);
  return { key, anchor, array };
}

/** Adds an element, last; with the list where there is none. */
export function append(draft: CodeDraft, list: KeyedList, item: Item): void {
  if (list.array !== undefined) appendTo(draft, arrayList(list.array), item);
  else addList(draft, list, item);
}

export function appendTo(draft: CodeDraft, list: ListLiteral, item: Item): void {
  insertItem(draft, { list, index: list.items.length, item });
}

function addList(draft: CodeDraft, { key, anchor }: KeyedList, item: Item): void {
  const target = findAnchor(draft.source, anchor);
  const property = propertyItem(draft, key, item);
  if (Node.isObjectLiteralExpression(target)) {
    const spread = target.getProperties().find(Node.isSpreadAssignment);
    if (spread !== undefined) throw new NotEditable(spread, `${excerpt(spread.getText())} may hold the ${key}.`);
    appendTo(draft, objectList(target, draft.style), property);
    return;
  }
  if (anchor.kind !== 'call')
    throw new NotEditable(draft.source, `${holder(anchor)} has nothing in it that could hold the ${key}.`);
  const call = findCall(draft.source, anchor.callee);
  if (call.getArguments().length !== anchor.argument) {
    throw new NotEditable(call, `${anchor.callee}() doesn't have the arguments it had.`);
  }
  const pad = draft.style.bracePad;
  const comma = draft.style.trailingComma ? ',' : '';
  const object = { inline: `{${pad}${property.inline}${pad}}`, block: ['{', `\t${property.inline}${comma}`, '}'] };
  appendTo(draft, argumentList(call), { ...object, prefer: 'hug' });
}

function propertyItem({ style }: CodeDraft, key: string, { inline }: Item): Item {
  const comma = style.trailingComma ? ',' : '';
  return { inline: `${key}: [${inline}]`, block: [`${key}: [`, `\t${inline}${comma}`, ']'], prefer: 'inline' };
}

function holder(anchor: CodeAnchor): string {
  return anchor.kind === 'decorator'
    ? `@${anchor.decorator}() of ${anchor.className}`
    : 'The application configuration';
}
