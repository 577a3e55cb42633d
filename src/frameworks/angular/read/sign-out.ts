import { Node, SyntaxKind } from 'ts-morph';
import type { RouteFact } from '../../../model/facts.ts';
import type { AppPath } from '../../../model/tree.ts';
import type { Modules } from '../../../code/modules.ts';
import { injectedInto, methodsOf, openClass, type AppClass, type AppMethod } from './app-class.ts';
import { isSignOutName } from './sign-in-names.ts';

/** Where the app ends its own session. */
export interface SignOut {
  readonly owner: AppClass;
  readonly method: AppMethod;
  /** Can another class get the owner injected? */
  readonly isService: boolean;
  readonly gives: 'promise' | 'observable' | 'nothing';
}

/**
 * The first method that signs out, by all routes of the app: of the classes that the app's guards ask, else of those that the sign-in page uses,
 * else of a page. The generated service signs out of the vault only.
 */
export function findSignOut(
  modules: Modules,
  routes: readonly RouteFact[],
  { page, codeDir }: { readonly page: AppClass | undefined; readonly codeDir: AppPath },
): SignOut | undefined {
  const signOutIn = (owner: AppClass): SignOut | undefined =>
    owner.path.startsWith(`${codeDir}/`) ? undefined : signOutOf(owner);
  const asked = routes.flatMap(({ guards }) => guards.flatMap(({ asks = [] }) => asks));
  const askedClasses = asked.flatMap(({ path, name }) => openClass(modules, path, name) ?? []);
  const used = page === undefined ? [] : [...injectedInto(modules, page).values()];
  const deeper = used.flatMap((one) => [...injectedInto(modules, one).values()]);
  for (const owner of [...askedClasses, ...used, ...deeper]) {
    const found = signOutIn(owner);
    if (found !== undefined) return found;
  }
  const pages = routes.flatMap((route) => (route.page ? [route.page] : []));
  for (const { path, name } of pages) {
    const owner = path.startsWith('../') ? undefined : openClass(modules, path, name);
    const found = owner && signOutIn(owner);
    if (found !== undefined) return found;
  }
  return undefined;
}

function signOutOf(owner: AppClass): SignOut | undefined {
  const methods = methodsOf(owner).filter(({ name, body }) => isSignOutName(name) && isCallable(body));
  const [method] = [...methods].sort((one, other) => Number(needsMore(one)) - Number(needsMore(other)));
  if (method === undefined) return undefined;
  const isPage = owner.node.getDecorator('Component') !== undefined;
  return { owner, method, isService: !isPage && !needsMore(method), gives: givenBy(method) };
}

function isCallable(body: AppMethod['body']): boolean {
  return !Node.isMethodDeclaration(body) || !body.isAbstract();
}

function needsMore({ body }: AppMethod): boolean {
  return body.getParameters().some((one) => !one.isOptional());
}

function givenBy({ body }: AppMethod): SignOut['gives'] {
  const type = body.getReturnTypeNode()?.getText() ?? '';
  if (body.isAsync() || type.startsWith('Promise')) return 'promise';
  if (type.startsWith('Observable')) return 'observable';
  const returned = body.getDescendantsOfKind(SyntaxKind.ReturnStatement).map((one) => one.getExpression()?.getText());
  const text = returned.filter((one) => one !== undefined).join('\n');
  if (/\bhttp\w*\.(post|get|delete|put|patch)\b|\.pipe\(/.test(text)) return 'observable';
  return /\.then\(|Promise\.|signOut\(/.test(text) ? 'promise' : 'nothing';
}
