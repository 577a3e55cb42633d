import type { ArrayLiteralExpression, CallExpression } from 'ts-morph';
import { Node } from 'ts-morph';
import type { InterceptorEdit } from '../../edits/edit.ts';
import { findAnchor, findCall } from '../anchor.ts';
import type { Wanted } from '../bring-imports.ts';
import { bringImports, wantedFrom } from '../bring-imports.ts';
import type { CodeDraft } from '../draft.ts';
import { NotEditable } from '../draft.ts';
import { refersTo } from '../imports.ts';
import type { Item, ListLiteral } from '../list-literal.ts';
import { insertItem } from '../list-literal.ts';
import { argumentList, arrayList, objectList, propertyValue, unwrap } from '../literals.ts';
import { pointsTo, specifierFor } from '../module-path.ts';
import { HTTP, httpProvidersOf, localArray, provideHttpClient, withInterceptors } from './http-providers.ts';

/** @throws NotEditable when HttpClient may be provided in a way an insertion can't extend. */
export function addInterceptor(draft: CodeDraft, edit: InterceptorEdit): void {
  const target = findAnchor(draft.source, edit.anchor);
  const providers = target === undefined ? undefined : providersOf(target);
  if (providers === undefined) {
    addProviders(draft, edit, target);
    return;
  }
  const { calls, unknown, modules } = httpProvidersOf(providers, edit.clear);
  if (modules[0] !== undefined) {
    throw new NotEditable(
      modules[0],
      'HttpClient is provided by HttpClientModule, which never runs functional interceptors. Provide it with provideHttpClient(withInterceptorsFromDi(), …) instead.',
    );
  }
  if (calls[1] !== undefined) throw new NotEditable(calls[1], 'provideHttpClient() is called more than once here.');
  if (calls[0] !== undefined) {
    extendHttpClient(draft, edit, calls[0]);
    return;
  }
  if (unknown[0] !== undefined) {
    throw new NotEditable(
      unknown[0],
      `${excerpt(unknown[0])} may provide HttpClient already, and a second provideHttpClient() would replace it.`,
    );
  }
  append(draft, arrayList(providers), httpClientCall(draft, edit));
}

function providersOf(target: Node): ArrayLiteralExpression | undefined {
  if (Node.isArrayLiteralExpression(target)) return target;
  if (!Node.isObjectLiteralExpression(target)) {
    throw new NotEditable(target, 'The application configuration is not written as an object literal here.');
  }
  const value = propertyValue(target, 'providers');
  if (value === undefined) return undefined;
  if (Node.isArrayLiteralExpression(value)) return value;
  const name = Node.isShorthandPropertyAssignment(value) ? value.getName() : value.getText();
  const array = localArray(target.getSourceFile(), name);
  if (array === undefined) throw new NotEditable(value, 'The providers are not written as an array literal here.');
  return array;
}

function addProviders(draft: CodeDraft, edit: InterceptorEdit, target: Node | undefined): void {
  if (Node.isObjectLiteralExpression(target)) {
    const spread = target.getProperties().find(Node.isSpreadAssignment);
    if (spread !== undefined) throw new NotEditable(spread, `${excerpt(spread)} may hold the providers.`);
    const list = objectList(target, draft.style);
    insertItem(draft, { list, index: list.items.length, item: providersItem(draft, edit) });
    return;
  }
  if (edit.anchor.kind !== 'call') throw new NotEditable(draft.source, 'There is no application configuration here.');
  const call = findCall(draft.source, edit.anchor.callee);
  if (call.getArguments().length !== edit.anchor.argument) {
    throw new NotEditable(call, `${edit.anchor.callee}() doesn't have the arguments it had.`);
  }
  const pad = draft.style.bracePad;
  const { inline } = providersItem(draft, edit);
  const comma = draft.style.trailingComma ? ',' : '';
  const object = { inline: `{${pad}${inline}${pad}}`, block: ['{', `\t${inline}${comma}`, '}'] };
  const list = argumentList(call);
  insertItem(draft, { list, index: list.items.length, item: { ...object, prefer: 'hug' } });
}

function providersItem(draft: CodeDraft, edit: InterceptorEdit): Item {
  const call = httpClientCall(draft, edit);
  const comma = draft.style.trailingComma ? ',' : '';
  return {
    inline: `providers: [${call}]`,
    block: ['providers: [', `\t${call}${comma}`, ']'],
    prefer: 'inline',
  };
}

function httpClientCall(draft: CodeDraft, edit: InterceptorEdit): string {
  const client = wantedFrom(provideHttpClient.name, HTTP);
  const feature = wantedFrom(withInterceptors.name, HTTP);
  const [provide = '', features = '', interceptor = ''] = bringImports(draft, [
    client,
    feature,
    wantedInterceptor(edit),
  ]);
  return `${provide}(${features}([${interceptor}]))`;
}

function extendHttpClient(draft: CodeDraft, edit: InterceptorEdit, call: CallExpression): void {
  const ours = wantedInterceptor(edit);
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
  if (unknown !== undefined) throw new NotEditable(unknown, `${excerpt(unknown)} may hold withInterceptors() already.`);
  const feature = wantedFrom(withInterceptors.name, HTTP);
  const [name = '', interceptor = ''] = bringImports(draft, [feature, ours]);
  append(draft, argumentList(call), `${name}([${interceptor}])`);
}

function extendInterceptors(draft: CodeDraft, edit: InterceptorEdit, feature: CallExpression): void {
  const argument = feature.getArguments()[0];
  const value = argument === undefined ? undefined : unwrap(argument);
  const array = Node.isIdentifier(value) ? localArray(draft.source, value.getText()) : value;
  if (!Node.isArrayLiteralExpression(array)) {
    throw new NotEditable(value ?? feature, 'The interceptors are not written as an array literal here.');
  }
  const ours = wantedInterceptor(edit);
  if (array.getElements().some((element) => refersTo(element, ours))) return;
  const [interceptor = ''] = bringImports(draft, [ours]);
  append(draft, arrayList(array), interceptor);
}

function append(draft: CodeDraft, list: ListLiteral, code: string): void {
  insertItem(draft, { list, index: list.items.length, item: { inline: code, prefer: 'inline' } });
}

function wantedInterceptor({ path, interceptor }: InterceptorEdit): Wanted {
  const from = (specifier: string) => pointsTo(path, specifier, interceptor.from);
  return { name: interceptor.name, specifier: specifierFor(path, interceptor.from), from };
}

/** The start of a node, short enough for a message. */
function excerpt(node: Node): string {
  const text = node.getText().replace(/\s+/g, ' ');
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
