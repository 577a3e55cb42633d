import { Node } from 'ts-morph';
import type { CodeRecipe, PlacedEdit } from '../../../code/edit-code.ts';
import type { CodeEdit, NeededImport } from '../../../model/edit.ts';
import type { WantedImport } from '../../../code/bring-imports.ts';
import { bringImports, wantedIn } from '../../../code/bring-imports.ts';
import type { CodeStyle } from '../../../code/code-style.ts';
import type { CodeDraft } from '../../../code/draft.ts';
import { refersTo } from '../../../code/imports.ts';
import type { Item } from '../../../code/list-literal.ts';
import { propertyValue } from '../../../code/literals.ts';
import { elementsOf } from '../read/http-providers.ts';
import { append, findList } from './keyed-list.ts';

/** Brings a class to `providers`, under a token that takes several; adds the list where it is absent. */
export type ProviderEdit = CodeEdit<{
  readonly token: NeededImport;
  /** Modules that a person has to import, too: what runs the class may not be set up at all. */
  readonly needs?: readonly NeededImport[];
}>;

/** Behind the classes the app provides. */
export const provider: CodeRecipe<ProviderEdit> = {
  change: addProvider,
  byHand: ({ brings, with: { token, needs = [] } }, style) => ({
    imports: [token, brings, ...needs],
    where: 'in the providers of the application, behind its other interceptors',
    code: [
      `${providerItem(style, token.name, brings.name).inline},`,
      ...needs.flatMap(({ name }) => [
        '// in the imports of the root NgModule, unless something provides HttpClient already:',
        `${name},`,
      ]),
    ],
  }),
};

/** @throws NotEditable when the providers are not written as an array literal here. */
function addProvider(draft: CodeDraft, { path, anchor, brings, with: { token } }: PlacedEdit<ProviderEdit>): void {
  const list = findList(draft, anchor, 'providers');
  const wanted = [wantedIn(path, token), wantedIn(path, brings)] as const;
  const existing = list.array === undefined ? [] : elementsOf(list.array);
  if (existing.some((one) => provides(one, wanted))) return;
  const [provide = '', implementation = ''] = bringImports(draft, wanted);
  append(draft, list, providerItem(draft.style, provide, implementation));
}

/** `{ provide: TOKEN, useClass: X, multi: true }` in the file's style. */
function providerItem({ bracePad, trailingComma }: CodeStyle, token: string, useClass: string): Item {
  const properties = [`provide: ${token}`, `useClass: ${useClass}`, 'multi: true'];
  const lines = properties.map((one, index) => `\t${one}${index < 2 || trailingComma ? ',' : ''}`);
  return {
    inline: `{${bracePad}${properties.join(', ')}${bracePad}}`,
    block: ['{', ...lines, '}'],
    prefer: 'inline',
  };
}

function provides(element: Node, [token, useClass]: readonly [WantedImport, WantedImport]): boolean {
  if (!Node.isObjectLiteralExpression(element)) return false;
  const value = propertyValue(element, 'useClass') ?? propertyValue(element, 'useExisting');
  return refersTo(propertyValue(element, 'provide'), token) && refersTo(value, useClass);
}
