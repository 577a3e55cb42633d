import type { CallExpression } from 'ts-morph';
import { Node } from 'ts-morph';
import type { CodeRecipe, PlacedEdit } from '../../../code/edit-code.ts';
import type { CodeEdit } from '../../../model/edit.ts';
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
  byHand: ({ brings }) => ({
    imports: [...[provideHttpClient, withInterceptors].map(({ name }) => ({ name, from: { package: HTTP } })), brings],
    where: 'in the providers of the application',
    code: [`provideHttpClient(withInterceptors([${brings.name}])),`],
  }),
};

/** @throws NotEditable when HttpClient may be provided in a way an insertion can't extend. */
function addInterceptor(draft: CodeDraft, edit: PlacedEdit<InterceptorEdit>): void {
  const list = findList(draft, edit.anchor, 'providers');
  const found = list.array === undefined ? undefined : httpProvidersOf(list.array, edit.with.clear);
  const [call, second] = found?.calls ?? [];
  if (second !== undefined) throw new NotEditable(second, 'provideHttpClient() is called more than once here.');
  if (call !== undefined) {
    extendHttpClient(draft, edit, call);
    return;
  }
  const module = found?.modules[0];
  if (module !== undefined) {
    throw new NotEditable(
      module,
      'HttpClient is provided by HttpClientModule, which never runs functional interceptors. Provide it with provideHttpClient(withInterceptorsFromDi(), …) instead.',
    );
  }
  const unknown = found?.unknown[0];
  if (unknown !== undefined) {
    throw new NotEditable(
      unknown,
      `${excerpt(unknown.getText())} may provide HttpClient already, and a second provideHttpClient() would replace it.`,
    );
  }
  append(draft, list, { inline: httpClientCall(draft, edit), prefer: 'inline' });
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

function extendHttpClient(draft: CodeDraft, edit: PlacedEdit<InterceptorEdit>, call: CallExpression): void {
  const ours = wantedIn(edit.path, edit.brings);
  if (call.getDescendants().some((node) => refersTo(node, ours))) return;
  const features = call.getArguments().map(unwrap);
  // Each withInterceptors() adds to the ones before it: the last one runs last.
  const existing = features.findLast(
    (one) => Node.isCallExpression(one) && refersTo(one.getExpression(), withInterceptors),
  );
  if (Node.isCallExpression(existing)) {
    extendInterceptors(draft, edit, existing);
    return;
  }
  const unknown = features.find((one) => !Node.isCallExpression(one));
  if (unknown !== undefined)
    throw new NotEditable(unknown, `${excerpt(unknown.getText())} may hold withInterceptors() already.`);
  const feature = wantedFrom(withInterceptors.name, HTTP);
  const [name = '', interceptor = ''] = bringImports(draft, [feature, ours]);
  appendTo(draft, argumentList(call), { inline: `${name}([${interceptor}])`, prefer: 'inline' });
}

function extendInterceptors(draft: CodeDraft, edit: PlacedEdit<InterceptorEdit>, feature: CallExpression): void {
  const argument = feature.getArguments()[0];
  const value = argument === undefined ? undefined : unwrap(argument);
  const array = Node.isIdentifier(value) ? localArray(draft.source, value.getText()) : value;
  if (!Node.isArrayLiteralExpression(array)) {
    throw new NotEditable(value ?? feature, 'The interceptors are not written as an array literal here.');
  }
  const ours = wantedIn(edit.path, edit.brings);
  if (array.getElements().some((element) => refersTo(element, ours))) return;
  const [interceptor = ''] = bringImports(draft, [ours]);
  appendTo(draft, arrayList(array), { inline: interceptor, prefer: 'inline' });
}
