import { Node } from 'ts-morph';
import { findAnchor } from '../../../../src/code/anchor.ts';
import { bringImports, wantedIn } from '../../../../src/code/bring-imports.ts';
import { NotEditable, type CodeDraft } from '../../../../src/code/draft.ts';
import type { CodeRecipe, PlacedEdit } from '../../../../src/code/edit-code.ts';
import { refersTo } from '../../../../src/code/imports.ts';
import { insertItem } from '../../../../src/code/list-literal.ts';
import { arrayList } from '../../../../src/code/literals.ts';
import type { CodeEdit } from '../../../../src/model/edit.ts';

/** Brings a class to the services an app starts with. */
export type ServiceEdit = CodeEdit<Readonly<Record<string, never>>>;

/** Behind the services that are there. */
export const service: CodeRecipe<ServiceEdit> = {
  change: addService,
  byHand: ({ brings }) => ({ imports: [brings], where: 'in the services of start()', code: [`${brings.name},`] }),
};

/** @throws NotEditable when the services are not written as an array literal here. */
function addService(draft: CodeDraft, { path, anchor, brings }: PlacedEdit<ServiceEdit>): void {
  const services = findAnchor(draft.source, anchor);
  if (!Node.isArrayLiteralExpression(services)) {
    throw new NotEditable(services ?? draft.source, 'The services are not written as an array literal here.');
  }
  const wanted = wantedIn(path, brings);
  if (services.getElements().some((element) => refersTo(element, wanted))) return;
  const [inline = ''] = bringImports(draft, [wanted]);
  const list = arrayList(services);
  insertItem(draft, { list, index: list.items.length, item: { inline, prefer: 'inline' } });
}
