import { Node } from 'ts-morph';
import { propertyExpression, propertyName, unwrap } from './literals.ts';
import { declaredBy, nameText } from './scope.ts';

/** What a value has by a name: an expression, or the declaration of a method, an accessor, an enum member, something in a namespace. */
export function memberOf(value: Node, name: string): Node | undefined {
  if (Node.isObjectLiteralExpression(value)) return propertyExpression(value, name);
  if (Node.isArrayLiteralExpression(value)) return value.getElements()[Number(name)];
  if (Node.isEnumDeclaration(value)) return declaredBy(value, name);
  if (Node.isModuleDeclaration(value)) {
    const body = value.getBody();
    return body === undefined ? undefined : declaredBy(body, name);
  }
  if (!Node.isClassDeclaration(value) && !Node.isClassExpression(value)) return undefined;
  const member = value.getMembers().find((one) => propertyName(one) === name && !Node.isConstructorDeclaration(one));
  return Node.isPropertyDeclaration(member) ? member.getInitializer() : member;
}

/** Where a value gets more members from: what an object spreads, the last first, or the class that a class extends. */
export function moreMembersOf(value: Node): Node[] {
  if (Node.isObjectLiteralExpression(value)) {
    return value
      .getProperties()
      .filter(Node.isSpreadAssignment)
      .map((spread) => spread.getExpression())
      .reverse();
  }
  const base = Node.isClassDeclaration(value) ? value.getExtends()?.getExpression() : undefined;
  return base === undefined ? [] : [base];
}

/** `a.b` and `a['b']`, taken apart. */
export function accessOf(node: Node): { readonly owner: Node; readonly name: string } | undefined {
  if (Node.isPropertyAccessExpression(node)) return { owner: unwrap(node.getExpression()), name: node.getName() };
  const key = Node.isElementAccessExpression(node) ? node.getArgumentExpression() : undefined;
  if (!Node.isElementAccessExpression(node) || key === undefined) return undefined;
  const isWritten = Node.isStringLiteral(key) || Node.isNumericLiteral(key);
  return isWritten ? { owner: unwrap(node.getExpression()), name: nameText(key) } : undefined;
}

/** `{…}` of `Object.freeze({…})`. */
export function frozen(node: Node): Node | undefined {
  const isCall = Node.isCallExpression(node) && node.getExpression().getText() === 'Object.freeze';
  const argument = isCall ? node.getArguments()[0] : undefined;
  return argument && unwrap(argument);
}
