import type { BindingElement } from 'ts-morph';
import { Node } from 'ts-morph';

/** The nearest declaration of a name around a place of the same file; `undefined` for an import, or where there is none. */
export function declarationAround(node: Node, name: string): Node | undefined {
  for (let around = node.getParent(); around !== undefined; around = around.getParent()) {
    const found = declaredBy(around, name);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** What one scope declares by a name: a file, a block, a namespace, an enum for its members, a function for its parameters. */
export function declaredBy(scope: Node, name: string): Node | undefined {
  if (Node.isEnumDeclaration(scope)) return scope.getMembers().find((one) => nameText(one.getNameNode()) === name);
  if (Node.isParametered(scope)) {
    return firstOf(scope.getParameters(), (one) => boundBy(one, name));
  }
  if (!Node.isBlock(scope) && !Node.isSourceFile(scope) && !Node.isModuleBlock(scope)) return undefined;
  return firstOf(scope.getStatements(), (statement) => {
    if (Node.isVariableStatement(statement))
      return firstOf(statement.getDeclarations(), (declaration) => boundBy(declaration, name));
    const isNamed =
      Node.isFunctionDeclaration(statement) ||
      Node.isClassDeclaration(statement) ||
      Node.isEnumDeclaration(statement) ||
      Node.isModuleDeclaration(statement);
    return isNamed && statement.getName() === name ? statement : undefined;
  });
}

/** The text of a property's name, whether it is quoted or not. */
export function nameText(name: Node): string {
  return Node.isStringLiteral(name) ? name.getLiteralText() : name.getText();
}

function boundBy(declaration: Node, name: string): Node | undefined {
  if (!Node.hasName(declaration) && !Node.isBindingElement(declaration)) return undefined;
  const target = declaration.getNameNode();
  if (Node.isIdentifier(target)) return target.getText() === name ? declaration : undefined;
  if (!Node.isObjectBindingPattern(target) && !Node.isArrayBindingPattern(target)) return undefined;
  const elements: Node[] = target.getElements();
  return firstOf(elements, (element) => boundBy(element, name));
}

/** What a destructured name is taken from, and the members that lead to it. */
export function bindingOf(element: BindingElement): { readonly declaration: Node; readonly members: string[] } {
  const pattern = element.getParentOrThrow();
  const member = Node.isArrayBindingPattern(pattern)
    ? String(pattern.getElements().indexOf(element))
    : nameText(element.getPropertyNameNode() ?? element.getNameNode());
  const declaration = pattern.getParentOrThrow();
  if (!Node.isBindingElement(declaration)) return { declaration, members: [member] };
  const outer = bindingOf(declaration);
  return { declaration: outer.declaration, members: [...outer.members, member] };
}

function firstOf<T, R>(items: readonly T[], find: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}
