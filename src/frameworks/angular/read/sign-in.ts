import { Node } from 'ts-morph';
import type { RouteFact } from '../../../model/facts.ts';
import type { AppPath, Tree } from '../../../model/tree.ts';
import type { Modules } from '../../../code/modules.ts';
import { answerIn, calledName, type Answer } from './answer.ts';
import { injectedInto, methodsOf, openClass, type AppClass, type AppMethod } from './app-class.ts';
import { signInHandler } from './sign-in-handler.ts';
import { isSignInName } from './sign-in-names.ts';

/** Where the app signs people in, as far as it can be told. */
export interface SignIn {
  readonly owner: AppClass;
  readonly method?: AppMethod;
  readonly answer?: Answer;
  /** A method that has the answer, where the one that signs in doesn't look at it: with file and line. */
  readonly told?: string;
}

interface Reader {
  readonly tree: Pick<Tree, 'read' | 'list'>;
  readonly modules: Modules;
}

/** The page of a route, as a class. */
export function pageOf(modules: Modules, route: RouteFact | undefined): AppClass | undefined {
  const page = route?.page;
  return page === undefined || page.path.startsWith('../') ? undefined : openClass(modules, page.path, page.name);
}

/**
 * What the sign-in page does when its form is sent. Where the page only tells a service to sign in, and doesn't wait
 * for it, the service is where the session is known; an action is answered by an effect.
 * @param nearby files that belong to the page
 */
export function readSignIn({ tree, modules }: Reader, page: AppClass, nearby: readonly AppPath[]): SignIn {
  const method = signInHandler(tree, page);
  if (method === undefined) return { owner: page };
  const answer = answerIn(method);
  if (answer === undefined) return { owner: page, method };
  const here = { owner: page, method, answer };
  if (answer.form === 'action') return effectFor(modules, nearby) ?? here;
  const further = calledMethod(modules, page, answer);
  if (further === undefined) return here;
  const inService = { ...further, ...answerOf(further.method) };
  if (answer.form === 'dropped') return inService.answer === undefined ? here : inService;
  if (answer.name !== undefined || answer.reads.length > 0) return here;
  const { owner, method: called } = further;
  return { ...here, told: `${owner.name}.${called.name}() in ${owner.path}:${String(called.line)}` };
}

function answerOf(method: AppMethod): Pick<SignIn, 'answer'> {
  const answer = answerIn(method);
  return answer === undefined ? {} : { answer };
}

/** `this.auth.login()`: the method of the injected class. */
function calledMethod(
  modules: Modules,
  page: AppClass,
  { call }: Answer,
): { readonly owner: AppClass; readonly method: AppMethod } | undefined {
  const callee = call.getExpression();
  if (!Node.isPropertyAccessExpression(callee)) return undefined;
  const holder = callee
    .getExpression()
    .getText()
    .replace(/^this\./, '');
  const owner = injectedInto(modules, page).get(holder);
  const method = owner && methodsOf(owner).find(({ name }) => name === calledName(call));
  return owner && method && { owner, method };
}

/** The effect that signs in: a field of a class in a file of effects. */
function effectFor(modules: Modules, nearby: readonly AppPath[]): SignIn | undefined {
  for (const path of nearby.filter((one) => /effects?\.ts$/.test(one))) {
    for (const node of modules.open(path)?.getClasses() ?? []) {
      const owner = { path, name: node.getName() ?? 'default', node };
      const field = node.getProperties().find((one) => isSignInName(one.getName()));
      const body = field?.getInitializer();
      const effect = Node.isCallExpression(body) ? body.getArguments()[0] : undefined;
      if (field === undefined || !Node.isArrowFunction(effect)) continue;
      const method = { name: field.getName(), body: effect, line: field.getStartLineNumber() };
      const answer = answerIn(method);
      return { owner, method, ...(answer === undefined ? {} : { answer: { ...answer, form: 'action' } }) };
    }
  }
  return undefined;
}
