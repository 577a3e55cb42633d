import type {
  ArrayLiteralExpression,
  CallExpression,
  NamedImports,
  ObjectLiteralElementLike,
  ObjectLiteralExpression,
} from 'ts-morph';
import { Node } from 'ts-morph';
import type { CodeStyle } from './code-style.ts';
import type { ListLiteral } from './list-literal.ts';

/** The expression inside parentheses, `as T`, `satisfies T`, `<T>x` and `x!`. */
export function unwrap(node: Node): Node {
  if (
    Node.isParenthesizedExpression(node) ||
    Node.isAsExpression(node) ||
    Node.isSatisfiesExpression(node) ||
    Node.isTypeAssertion(node) ||
    Node.isNonNullExpression(node)
  ) {
    return unwrap(node.getExpression());
  }
  return node;
}

/** The text of a string literal; a template with substitutions has none. */
export function stringValue(node: Node | undefined): string | undefined {
  const value = node === undefined ? undefined : unwrap(node);
  if (Node.isStringLiteral(value) || Node.isNoSubstitutionTemplateLiteral(value)) return value.getLiteralText();
  return undefined;
}

/** The property with a name, however its value is written; spreads are not looked into. */
export function propertyOf(object: ObjectLiteralExpression, name: string): ObjectLiteralElementLike | undefined {
  return object.getProperties().find((one) => !Node.isSpreadAssignment(one) && propertyName(one) === name);
}

/** The value written for a property, `undefined` when it is absent; a method or shorthand is its own value. */
export function propertyValue(object: ObjectLiteralExpression, name: string): Node | undefined {
  const property = propertyOf(object, name);
  return Node.isPropertyAssignment(property) ? unwrap(property.getInitializerOrThrow()) : property;
}

/** The same as an expression: of a shorthand property, its name. */
export function propertyExpression(object: ObjectLiteralExpression, name: string): Node | undefined {
  const value = propertyValue(object, name);
  return Node.isShorthandPropertyAssignment(value) ? value.getNameNode() : value;
}

export function propertyName(property: Node): string | undefined {
  if (!Node.hasName(property)) return undefined;
  const name = property.getNameNode();
  return Node.isStringLiteral(name) ? name.getLiteralText() : name.getText();
}

export function arrayList(array: ArrayLiteralExpression): ListLiteral {
  return listLiteralOf(array, array.getElements(), '');
}

export function objectList(object: ObjectLiteralExpression, style: CodeStyle): ListLiteral {
  return listLiteralOf(object, object.getProperties(), style.bracePad);
}

export function importList(names: NamedImports, style: CodeStyle): ListLiteral {
  return listLiteralOf(names, names.getElements(), style.bracePad);
}

export function argumentList(call: CallExpression): ListLiteral {
  const open = call.getTypeArguments().at(-1)?.getEnd() ?? call.getExpression().getEnd();
  const bracket = call.getSourceFile().getFullText().indexOf('(', open);
  const items = call.getArguments().map(span);
  return { open: bracket + 1, close: call.getEnd() - 1, items, pad: '' };
}

function listLiteralOf(node: Node, items: readonly Node[], pad: '' | ' '): ListLiteral {
  return { open: node.getStart() + 1, close: node.getEnd() - 1, items: items.map(span), pad };
}

function span(node: Node): { start: number; end: number } {
  return { start: node.getStart(), end: node.getEnd() };
}
