import type { ArrayLiteralExpression, CallExpression } from 'ts-morph';
import { Node } from 'ts-morph';
import type { ByHand } from '../../../code/by-hand.ts';
import type { CodeRecipe, PlacedEdit } from '../../../code/edit-code.ts';
import type { CodeEdit, NeededImport } from '../../../model/edit.ts';
import { bringImports, wantedFrom, wantedIn } from '../../../code/bring-imports.ts';
import type { CodeDraft } from '../../../code/draft.ts';
import { NotEditable } from '../../../code/draft.ts';
import { refersTo } from '../../../code/imports.ts';
import { argumentList, arrayList, unwrap } from '../../../code/literals.ts';
import { excerpt } from '../../../code/trivia.ts';
import { HTTP, httpProvidersOf, localArray, provideHttpClient, withInterceptors } from '../read/http-providers.ts';
import { append, appendTo, findList } from './keyed-list.ts';

/** Brings a functional interceptor to `provideHttpClient(withInterceptors([…]))`; adds the calls where they are absent. */
export type InterceptorEdit = CodeEdit<{
  /** Names in the file that are known to provide no HttpClient; one that isn't may hide it. */
  readonly clear?: readonly string[];
}>;

/** Behind the interceptors the app has. */
export const interceptor: CodeRecipe<InterceptorEdit> = {
  change: addInterceptor,
  /** Where the edit can't be made it isn't known whether HttpClient is provided already, and twice would be wrong. */
  byHand: ({ brings }) => ({
    imports: [ofHttp('withInterceptors'), brings],
    where: 'as the last argument of the provideHttpClient() that the app calls',
    code: [
      `withInterceptors([${brings.name}]),`,
      `// only if it calls none, in the providers of the application; provideHttpClient is imported from '${HTTP}', too:`,
      `provideHttpClient(withInterceptors([${brings.name}])),`,
    ],
  }),
};

/** @throws NotEditable when HttpClient may be provided in a way an insertion can't extend. */
function addInterceptor(draft: CodeDraft, edit: PlacedEdit<InterceptorEdit>): void {
  const list = findList(draft, edit.anchor, 'providers');
  const found = list.array === undefined ? undefined : httpProvidersOf(list.array, edit.with.clear);
  if (found !== undefined && found.calls.length > 0) {
    extendHttpClients(draft, edit, found.calls);
    return;
  }
  const module = found?.modules[0];
  if (module !== undefined) throw new NotEditable(module, insteadOfModule, byHandInsteadOf(edit));
  const unknown = found?.unknown[0];
  if (unknown !== undefined) {
    throw new NotEditable(
      unknown,
      `${excerpt(unknown.getText())} may provide HttpClient already, and a second provideHttpClient() would replace it.`,
    );
  }
  append(draft, list, { inline: httpClientCall(draft, edit), prefer: 'inline' });
}

const insteadOfModule =
  'HttpClient is provided by HttpClientModule, which never runs functional interceptors. Provide it with provideHttpClient(withInterceptorsFromDi(), …) instead.';

function byHandInsteadOf({ brings }: InterceptorEdit): ByHand {
  return {
    imports: [...['provideHttpClient', 'withInterceptors', 'withInterceptorsFromDi'].map(ofHttp), brings],
    where: 'in the providers of the application, in place of HttpClientModule',
    code: [`provideHttpClient(withInterceptorsFromDi(), withInterceptors([${brings.name}])),`],
  };
}

function ofHttp(name: string): NeededImport {
  return { name, from: { package: HTTP } };
}

function httpClientCall(draft: CodeDraft, edit: PlacedEdit<InterceptorEdit>): string {
  const client = wantedFrom(provideHttpClient.name, HTTP);
  const feature = wantedFrom(withInterceptors.name, HTTP);
  const [provide = '', features = '', interceptor = ''] = bringImports(draft, [
    client,
    feature,
    wantedIn(edit.path, edit.brings),
  ]);
  return `${provide}(${features}([${interceptor}]))`;
}

/** Of several calls, as in `isNative ? provideHttpClient(…) : provideHttpClient()`, each may be the one that counts. */
function extendHttpClients(
  draft: CodeDraft,
  { path, brings }: PlacedEdit<InterceptorEdit>,
  calls: readonly CallExpression[],
): void {
  const ours = wantedIn(path, brings);
  const isThere = (node: Node): boolean => refersTo(node, ours);
  const open = calls
    .map((call) => ({ call, array: interceptorsOf(call) }))
    .filter(({ call, array }) => {
      return !call.getDescendants().some(isThere) && !(array?.getElements().some(isThere) ?? false);
    });
  if (open.length === 0) return;
  const needsFeature = open.some(({ array }) => array === undefined);
  const [name = '', feature = ''] = bringImports(draft, [
    ours,
    ...(needsFeature ? [wantedFrom(withInterceptors.name, HTTP)] : []),
  ]);
  const added = new Set<Node>();
  for (const { call, array } of open) {
    if (array === undefined) appendTo(draft, argumentList(call), { inline: `${feature}([${name}])`, prefer: 'inline' });
    else if (!added.has(array)) appendTo(draft, arrayList(array), { inline: name, prefer: 'inline' });
    added.add(array ?? call);
  }
}

/**
 * The list of the last withInterceptors(), where it is written in this file. Each adds to the ones before it, and the
 * last one runs last: where the list is elsewhere, one more is added.
 */
function interceptorsOf(call: CallExpression): ArrayLiteralExpression | undefined {
  const feature = call
    .getArguments()
    .map(unwrap)
    .findLast((one) => Node.isCallExpression(one) && refersTo(one.getExpression(), withInterceptors));
  const argument = Node.isCallExpression(feature) ? feature.getArguments()[0] : undefined;
  const value = argument === undefined ? undefined : unwrap(argument);
  const array = Node.isIdentifier(value) ? localArray(call.getSourceFile(), value.getText()) : value;
  return Node.isArrayLiteralExpression(array) ? array : undefined;
}
