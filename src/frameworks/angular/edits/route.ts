import type { ObjectLiteralExpression } from 'ts-morph';
import { Node } from 'ts-morph';
import type { CodeRecipe, PlacedEdit } from '../../../code/edit-code.ts';
import type { CodeEdit, NeededImport } from '../../../model/edit.ts';
import { findAnchor } from '../../../code/anchor.ts';
import { bringImports, wantedIn } from '../../../code/bring-imports.ts';
import type { CodeStyle } from '../../../code/code-style.ts';
import type { CodeDraft } from '../../../code/draft.ts';
import { NotEditable } from '../../../code/draft.ts';
import { localName } from '../../../code/imports.ts';
import type { Item } from '../../../code/list-literal.ts';
import { insertItem } from '../../../code/list-literal.ts';
import { literal } from '../../../code/literal.ts';
import { arrayList, propertyValue, stringValue } from '../../../code/literals.ts';
import { specifierFor } from '../../../code/module-path.ts';
import type { Modules } from '../../../code/modules.ts';
import {
  findRoute,
  pathReader,
  reachableIndex,
  routeObjects,
  writtenPath,
  type PathReader,
} from '../read/route-literals.ts';

/** Brings a lazy route to a page. */
export type RouteEdit = CodeEdit<{
  readonly routePath: string;
  /** A standalone component is loaded with `loadComponent`, an NgModule with routes of its own with `loadChildren`. */
  readonly loads: 'component' | 'module';
  /** What the browser's title bar and screen readers say. */
  readonly title?: string;
  readonly guard?: NeededImport;
  /** What paths are that the array has as expressions, by how they are written there: other files may say it. */
  readonly paths?: Readonly<Record<string, string>>;
}>;

/** Before the first route with a parameter or a wildcard. */
export const route: CodeRecipe<RouteEdit> = {
  change: addRoute,
  byHand: (edit, style) => ({
    imports: edit.with.guard === undefined ? [] : [edit.with.guard],
    where: 'in the routes, before any parameter or wildcard route',
    code: [`${routeItem(style, edit, edit.with.guard?.name).inline},`],
  }),
};

/** @throws NotEditable when the routes are not an array literal, or the path is taken. */
function addRoute(draft: CodeDraft, edit: PlacedEdit<RouteEdit>): void {
  const routes = findAnchor(draft.source, edit.anchor);
  if (!Node.isArrayLiteralExpression(routes)) {
    throw new NotEditable(routes ?? draft.source, 'The routes are not written as an array literal here.');
  }
  const pathOf = pathsIn(draft, edit.with.paths);
  const existing = findRoute(routes, edit.with.routePath, pathOf);
  if (existing !== undefined) {
    if (isLoadedBy(existing, edit)) return;
    throw new NotEditable(existing, `There is a route '${edit.with.routePath}' already, and it loads something else.`, {
      where: `in place of that route; or give ours another path in the configuration`,
    });
  }
  const { guard } = edit.with;
  const [guardName] = guard === undefined ? [] : bringImports(draft, [wantedIn(edit.path, guard)]);
  const multiLine = routeObjects(routes).filter((route) => route.getText().includes('\n')).length;
  const siblings = routeObjects(routes).length;
  const prefer = siblings === 0 || multiLine * 2 > siblings ? 'block' : 'inline';
  insertItem(draft, {
    list: arrayList(routes),
    index: reachableIndex(routes, edit.with.routePath, pathOf),
    item: { ...routeItem(draft.style, edit, guardName), prefer },
  });
}

/** Nothing but the file itself. */
const alone: Modules = { open: () => undefined, resolve: () => undefined, text: () => undefined };

function pathsIn({ path }: CodeDraft, known: Readonly<Record<string, string>> = {}): PathReader {
  const readHere = pathReader(alone, path);
  return (route) => readHere(route) ?? known[writtenPath(route)];
}

const loaders = { component: 'loadComponent', module: 'loadChildren' } as const;

/** `{ path: 'login', loadComponent: () => import('…').then((m) => m.LoginPage) }` in the file's style. */
function routeItem(
  style: CodeStyle,
  { path, brings, with: { routePath, loads, title } }: RouteEdit,
  guardName: string | undefined,
): Item {
  const key = loaders[loads];
  const specifier = literal(specifierFor(path, brings.from), style.quote);
  const parameter = style.arrowParens ? '(m)' : 'm';
  const loader = `import(${specifier}).then(${parameter} => m.${brings.name})`;
  const properties = [
    `path: ${literal(routePath, style.quote)}`,
    ...(title === undefined ? [] : [`title: ${literal(title, style.quote)}`]),
    ...(guardName === undefined ? [] : [`canActivate: [${guardName}]`]),
  ];
  const comma = style.trailingComma ? ',' : '';
  const oneLine = `\t${key}: () => ${loader}${comma}`;
  // Two levels is where routes usually stand; the formatter decides when the app has one.
  const fits = oneLine.length + style.indent.length * 2 <= 100;
  const lines = fits ? [oneLine] : [`\t${key}: () =>`, `\t\t${loader}${comma}`];
  const pad = style.bracePad;
  return {
    inline: `{${pad}${properties.join(', ')}, ${key}: () => ${loader}${pad}}`,
    block: ['{', ...properties.map((property) => `\t${property},`), ...lines, '}'],
    prefer: 'block',
  };
}

function isLoadedBy(route: ObjectLiteralExpression, { path, brings, with: { loads } }: RouteEdit): boolean {
  const eager = loads === 'component' ? propertyValue(route, 'component') : undefined;
  const wanted = wantedIn(path, brings);
  if (eager !== undefined) return eager.getText() === localName(route.getSourceFile(), wanted);
  const lazy = propertyValue(route, loaders[loads]);
  if (lazy === undefined) return false;
  const imported = lazy
    .getDescendants()
    .find((node) => Node.isCallExpression(node) && Node.isImportExpression(node.getExpression()));
  const specifier = Node.isCallExpression(imported) ? stringValue(imported.getArguments()[0]) : undefined;
  return (
    specifier !== undefined &&
    wanted.from(specifier) &&
    lazy.getDescendants().some((node) => Node.isIdentifier(node) && node.getText() === brings.name)
  );
}
