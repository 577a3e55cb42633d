import type { ObjectLiteralExpression } from 'ts-morph';
import { Node } from 'ts-morph';
import { NotEditable } from '../../../code/draft.ts';
import { propertyOf, propertyValue, unwrap } from '../../../code/literals.ts';
import { isFunction, returnedBy } from '../../../code/returns.ts';
import { excerpt } from '../../../code/trivia.ts';
import type { GuardEdit } from './guard-edit.ts';

/** A spread in a route that brings guards with it. */
interface SpreadGuards {
  /** As written: `...canActivate(toLogin)`. */
  readonly text: string;
  /** The guards it brings: `canActivate(toLogin).canActivate`. */
  readonly guards: string;
}

/**
 * The last spread of a route from a property on that brings guards; `undefined` where none does.
 * @throws NotEditable where a spread may bring guards and it can't be told.
 */
export function spreadGuards(
  route: ObjectLiteralExpression,
  { after, edit }: { readonly after: number; readonly edit: GuardEdit },
): SpreadGuards | undefined {
  let found: SpreadGuards | undefined;
  for (const spread of route.getProperties().slice(after)) {
    if (!Node.isSpreadAssignment(spread)) continue;
    const value = spread.getExpression();
    const guards = guardsIn(unwrap(value));
    if (guards === 'none') continue;
    if (guards === 'unknown') throw mayHold(spread, value, edit);
    found = { text: spread.getText(), guards: guards === 'list' ? `${value.getText()}.canActivate` : guards };
  }
  return found;
}

/** Both ways are told: which is right depends on what the spread holds. */
function mayHold(spread: Node, value: Node, { brings, with: { routePath } }: GuardEdit): NotEditable {
  const named = isNameable(value) ? value.getText() : `(${value.getText()})`;
  const text = spread.getText();
  return new NotEditable(spread, `${excerpt(text)} in '${routePath}' may hold canActivate, which comes last then.`, {
    where: `in the route '${routePath}', behind ${excerpt(text)}, if that holds canActivate`,
    code: [
      `canActivate: [...${named}.canActivate, ${brings.name}],`,
      '// and if it holds none:',
      `canActivate: [${brings.name}],`,
    ],
  });
}

/** What an object that is spread has for `canActivate`, as far as this file tells: `list`, or the expression that has the guards. */
function guardsIn(value: Node, depth = 5): string {
  if (depth === 0) return 'unknown';
  if (Node.isObjectLiteralExpression(value)) return guardsOfObject(value, depth);
  if (isOfGuardPackage(value)) return 'list';
  const target = localTarget(value);
  if (target === undefined) return 'unknown';
  const guards = guardsIn(target.node, depth - 1);
  if (guards === 'none' || guards === 'unknown') return guards;
  return target.isTyped ? `(${value.getText()}.canActivate ?? [])` : 'list';
}

function guardsOfObject(object: ObjectLiteralExpression, depth: number): string {
  if (propertyOf(object, 'canActivate') !== undefined)
    return Node.isSpreadAssignment(object.getParent()) ? 'unknown' : 'list';
  const spreads = object.getProperties().filter(Node.isSpreadAssignment);
  const inner = spreads.map((one) => guardsIn(unwrap(one.getExpression()), depth - 1));
  return inner.findLast((one) => one !== 'none') ?? 'none';
}

/** `canActivate(…)` of a package, such as AngularFire's: an object with the guards and their data. */
function isOfGuardPackage(value: Node): boolean {
  if (!Node.isCallExpression(value) || value.getExpression().getText() !== 'canActivate') return false;
  const imports = value.getSourceFile().getImportDeclarations();
  return imports.some((one) => one.getNamedImports().some((name) => name.getText() === 'canActivate'));
}

interface LocalTarget {
  readonly node: Node;
  /** A type that is written may say that there are no guards, though there are. */
  readonly isTyped: boolean;
}

/** The object that a variable or a function of this file stands for. */
function localTarget(value: Node): LocalTarget | undefined {
  const source = value.getSourceFile();
  if (Node.isPropertyAccessExpression(value)) {
    const object = localTarget(value.getExpression());
    const inner = Node.isObjectLiteralExpression(object?.node)
      ? propertyValue(object.node, value.getName())
      : undefined;
    return inner === undefined || object === undefined ? undefined : { node: inner, isTyped: object.isTyped };
  }
  const name = Node.isCallExpression(value) ? value.getExpression() : value;
  if (!Node.isIdentifier(name)) return undefined;
  const variable = source.getVariableDeclaration(name.getText());
  const initial = variable?.getInitializer();
  const isTyped = variable?.getTypeNode() !== undefined;
  if (!Node.isCallExpression(value)) return initial && { node: unwrap(initial), isTyped };
  const called = source.getFunction(name.getText()) ?? (initial && unwrap(initial));
  return called && returned(called, isTyped);
}

function returned(called: Node, isTyped: boolean): LocalTarget | undefined {
  const value = returnedBy(called);
  if (value === undefined || !isFunction(called)) return undefined;
  return { node: value, isTyped: isTyped || called.getReturnTypeNode() !== undefined };
}

function isNameable(value: Node): boolean {
  return (
    Node.isIdentifier(value) ||
    Node.isCallExpression(value) ||
    Node.isPropertyAccessExpression(value) ||
    Node.isParenthesizedExpression(value)
  );
}
