import { Node, SyntaxKind } from 'ts-morph';
import { unwrap } from './literals.ts';

/** What a function returns, in the order of its code; what functions in it return is theirs. */
export function returnsOf(node: Node): Node[] {
  const body = isFunction(node) ? node.getBody() : undefined;
  if (body === undefined) return [];
  if (!Node.isBlock(body)) return [unwrap(body)];
  return body
    .getDescendantsOfKind(SyntaxKind.ReturnStatement)
    .filter((one) => one.getFirstAncestor(isFunction) === node)
    .flatMap((one) => one.getExpression() ?? [])
    .map(unwrap);
}

/** The only expression a function returns; `undefined` where it does more than that. */
export function returnedBy(node: Node): Node | undefined {
  const body = isFunction(node) ? node.getBody() : undefined;
  if (body === undefined) return undefined;
  if (!Node.isBlock(body)) return unwrap(body);
  const [only, second] = body.getStatements();
  const value = Node.isReturnStatement(only) && second === undefined ? only.getExpression() : undefined;
  return value && unwrap(value);
}

/** Whether a node has a body that runs when it is called. */
export function isFunction(node: Node | undefined) {
  return (
    Node.isArrowFunction(node) ||
    Node.isFunctionDeclaration(node) ||
    Node.isFunctionExpression(node) ||
    Node.isMethodDeclaration(node) ||
    Node.isGetAccessorDeclaration(node)
  );
}
