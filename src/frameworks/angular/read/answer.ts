import type { CallExpression, ParameterDeclaration } from 'ts-morph';
import { Node, SyntaxKind } from 'ts-morph';
import type { AppMethod } from './app-class.ts';
import { isSignInName } from './sign-in-names.ts';

/** How a method gets to the answer of the call that signs in. */
export interface Answer {
  readonly call: CallExpression;
  /**
   * `await`: the next line has it. `subscribe`, `piped`: a callback of an observable, with or without operators before.
   * `then`: a callback of a promise. `action`: whoever hears of the action has it. `dropped`: nobody here.
   */
  readonly form: 'await' | 'subscribe' | 'piped' | 'then' | 'action' | 'dropped';
  /** What the answer is called where it arrives. */
  readonly name?: string;
  /** The members of the answer that the code reads, as `answer.user.email`. */
  readonly reads: readonly string[];
}

/** The answer of the call that signs in by its name; else of the first call whose answer is waited for. */
export function answerIn({ body }: AppMethod): Answer | undefined {
  const answers = body.getDescendantsOfKind(SyntaxKind.CallExpression).map(answerOf);
  const named = answers.filter(({ call }) => isSignInName(calledName(call)));
  const waited = (one: Answer): boolean => one.form !== 'dropped';
  return named.find(waited) ?? named[0] ?? answers.find((one) => waited(one) && isRoot(one.call));
}

/** The last name of what is called: `login` of `this.auth.login()`. */
export function calledName(call: CallExpression): string {
  const callee = call.getExpression();
  return Node.isPropertyAccessExpression(callee) ? callee.getName() : callee.getText();
}

/** No link of a chain such as `.pipe()`, and no wrapper such as `firstValueFrom()`. */
function isRoot(call: CallExpression): boolean {
  return !links.has(calledName(call)) && !wrappers.has(calledName(call));
}

const links = new Set(['pipe', 'subscribe', 'then', 'catch', 'finally', 'toPromise']);
const wrappers = new Set(['firstValueFrom', 'lastValueFrom', 'from', 'defer']);

function answerOf(call: CallExpression): Answer {
  let node: Node = call;
  let form: Answer['form'] = 'dropped';
  for (;;) {
    const parent = node.getParent();
    if (Node.isAwaitExpression(parent)) return awaited(call, parent);
    const link = Node.isPropertyAccessExpression(parent) ? parent.getParent() : undefined;
    if (Node.isCallExpression(link) && link.getExpression() === parent) {
      const name = calledName(link);
      if (name === 'subscribe') return inCallback(call, link, form === 'piped' ? form : 'subscribe');
      if (name === 'then') return inCallback(call, link, 'then');
      if (!links.has(name)) return { call, form, reads: [] };
      if (name === 'pipe') form = 'piped';
      node = link;
    } else if (Node.isCallExpression(parent) && calledName(parent) === 'dispatch') {
      return { call, form: 'action', reads: [] };
    } else if (Node.isCallExpression(parent) && wrappers.has(calledName(parent))) {
      node = parent;
    } else if (Node.isParenthesizedExpression(parent) || Node.isAsExpression(parent)) {
      node = parent;
    } else {
      // Operators without somebody who subscribes are somebody else's to wait for.
      return { call, form: 'dropped', reads: [] };
    }
  }
}

function awaited(call: CallExpression, expression: Node): Answer {
  const parent = expression.getParent();
  const declared = Node.isAsExpression(parent) ? parent.getParent() : parent;
  const name = Node.isVariableDeclaration(declared) ? declared.getNameNode() : undefined;
  const scope = expression.getFirstAncestor((one) => Node.isBodyable(one) || Node.isArrowFunction(one));
  if (Node.isObjectBindingPattern(name))
    return { call, form: 'await', reads: name.getElements().map((one) => one.getName()) };
  if (!Node.isIdentifier(name)) return { call, form: 'await', reads: [] };
  return { call, form: 'await', name: name.getText(), reads: readsOf(scope, name.getText()) };
}

function inCallback(call: CallExpression, link: CallExpression, form: Answer['form']): Answer {
  const [first] = link.getArguments();
  const next = Node.isObjectLiteralExpression(first) ? first.getProperty('next') : first;
  const callback = Node.isPropertyAssignment(next) ? next.getInitializer() : next;
  const isFunction =
    Node.isArrowFunction(callback) || Node.isFunctionExpression(callback) || Node.isMethodDeclaration(callback);
  const parameter: ParameterDeclaration | undefined = isFunction ? callback.getParameters()[0] : undefined;
  const name = parameter?.getNameNode();
  if (!Node.isIdentifier(name)) return { call, form, reads: [] };
  return { call, form, name: name.getText(), reads: readsOf(callback, name.getText()) };
}

function readsOf(scope: Node | undefined, name: string): string[] {
  const reads = scope?.getDescendantsOfKind(SyntaxKind.PropertyAccessExpression) ?? [];
  const plain = reads.map((one) => one.getText()).filter((text) => /^[\w$]+(\.[\w$]+)+$/.test(text));
  return [...new Set(plain.filter((text) => text.startsWith(`${name}.`)))];
}
