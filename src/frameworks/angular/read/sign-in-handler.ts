import { Node, SyntaxKind } from 'ts-morph';
import type { Tree } from '../../../model/tree.ts';
import { propertyValue, stringValue } from '../../../code/literals.ts';
import { joinPath } from '../../../code/module-path.ts';
import { methodsOf, type AppClass, type AppMethod } from './app-class.ts';
import { calledName } from './answer.ts';
import { isBesideSignIn, isSignInName } from './sign-in-names.ts';

/** The method of a page that its form, or the button on it, signs in with; none where that can't be told. */
export function signInHandler(tree: Pick<Tree, 'read'>, page: AppClass): AppMethod | undefined {
  const methods = methodsOf(page).filter(({ name }) => !isBesideSignIn(name));
  const byName = new Map(methods.map((method) => [method.name, method]));
  const bindings = bindingsIn(templateOf(tree, page) ?? '');
  const submitted = bindings.filter(({ event }) => /^(ng)?submit$/i.test(event)).flatMap(({ calls }) => calls);
  const clicked = bindings.flatMap(({ calls }) => calls).filter(isSignInName);
  const asked = [...submitted.filter(isSignInName), ...submitted, ...clicked];
  const bound = asked.map((name) => byName.get(name)).find((method) => method !== undefined);
  return bound ?? methods.find(({ name }) => isSignInName(name)) ?? methods.find(callsSignIn);
}

function callsSignIn({ body }: AppMethod): boolean {
  return body.getDescendantsOfKind(SyntaxKind.CallExpression).some((call) => isSignInName(calledName(call)));
}

interface Binding {
  readonly event: string;
  readonly calls: readonly string[];
}

/** `(click)="login()"`, `on-click="login()"`: what a template calls, and on what event. */
function bindingsIn(template: string): Binding[] {
  const bindings = template.matchAll(/(?:\(([\w.-]+)\)|\bon-([\w.-]+))\s*=\s*(?:"([^"]*)"|'([^']*)')/g);
  return [...bindings].map(([, event, dashed, double, single]) => ({
    event: event ?? dashed ?? '',
    calls: [...(double ?? single ?? '').matchAll(/(?<![.\w$])([\w$]+)\s*\(/g)].map(([, name = '']) => name),
  }));
}

function templateOf(tree: Pick<Tree, 'read'>, { path, node }: AppClass): string | undefined {
  const argument = node.getDecorator('Component')?.getArguments()[0];
  if (!Node.isObjectLiteralExpression(argument)) return undefined;
  const url = stringValue(propertyValue(argument, 'templateUrl'));
  if (url !== undefined) return tree.read(joinPath(path, url));
  return propertyValue(argument, 'template')?.getText();
}
