import { Node } from 'ts-morph';
import type { ProviderEdit } from '../../../model/edit.ts';
import type { Wanted } from '../../../code/bring-imports.ts';
import { bringImports, wantedIn } from '../../../code/bring-imports.ts';
import type { CodeStyle } from '../../../code/code-style.ts';
import type { CodeDraft } from '../../../code/draft.ts';
import { refersTo } from '../../../code/imports.ts';
import type { Item } from '../../../code/list-literal.ts';
import { propertyValue } from '../../../code/literals.ts';
import { elementsOf } from '../read/http-providers.ts';
import { append, findList } from './keyed-list.ts';

/** @throws NotEditable when the providers are not written as an array literal here. */
export function addProvider(draft: CodeDraft, { path, anchor, token, useClass }: ProviderEdit): void {
  const list = findList(draft, anchor, 'providers');
  const wanted = [wantedIn(path, token), wantedIn(path, useClass)] as const;
  const existing = list.array === undefined ? [] : elementsOf(list.array);
  if (existing.some((one) => provides(one, wanted))) return;
  const [provide = '', implementation = ''] = bringImports(draft, wanted);
  append(draft, list, providerItem(draft.style, provide, implementation));
}

/** `{ provide: TOKEN, useClass: X, multi: true }` in the file's style. */
export function providerItem({ bracePad, trailingComma }: CodeStyle, token: string, useClass: string): Item {
  const properties = [`provide: ${token}`, `useClass: ${useClass}`, 'multi: true'];
  const lines = properties.map((one, index) => `\t${one}${index < 2 || trailingComma ? ',' : ''}`);
  return {
    inline: `{${bracePad}${properties.join(', ')}${bracePad}}`,
    block: ['{', ...lines, '}'],
    prefer: 'inline',
  };
}

function provides(element: Node, [token, useClass]: readonly [Wanted, Wanted]): boolean {
  if (!Node.isObjectLiteralExpression(element)) return false;
  const value = propertyValue(element, 'useClass') ?? propertyValue(element, 'useExisting');
  return refersTo(propertyValue(element, 'provide'), token) && refersTo(value, useClass);
}
