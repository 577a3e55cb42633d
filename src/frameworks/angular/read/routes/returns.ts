import { Node, SyntaxKind } from 'ts-morph';
import { unwrap } from '../../../../code/literals.ts';

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
