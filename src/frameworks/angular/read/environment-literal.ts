import type { ObjectLiteralExpression, SourceFile, TypeNode } from 'ts-morph';
import { Node } from 'ts-morph';
import { findAnchor } from '../../../code/anchor.ts';
import { unwrap } from '../../../code/literals.ts';
import { frozen } from '../../../code/members.ts';

/** Where each of the app's environment files has its object. */
export const environmentAnchor = { kind: 'variable', name: 'environment' } as const;

/**
 * The object that is written for `environment`, also in `Object.freeze({…})`.
 * @throws NotEditable where there is no such variable
 */
export function environmentLiteral(source: SourceFile): ObjectLiteralExpression | undefined {
  const value = findAnchor(source, environmentAnchor);
  const inner = value === undefined ? undefined : unwrap(frozen(value) ?? value);
  return Node.isObjectLiteralExpression(inner) ? inner : undefined;
}

/** What a literal is said to be: by its variable, `satisfies T`, `as T` and `<T>`. `any` and `const` say nothing. */
export function typesOf(object: ObjectLiteralExpression): TypeNode[] {
  const declared = object.getFirstAncestor(Node.isVariableDeclaration)?.getTypeNode();
  const said = object.getAncestors().map((around) => {
    const isTyped = Node.isAsExpression(around) || Node.isSatisfiesExpression(around) || Node.isTypeAssertion(around);
    return isTyped ? around.getTypeNode() : undefined;
  });
  return [...said, declared].filter((type) => type !== undefined).filter(saysSomething);
}

function saysSomething(type: TypeNode): boolean {
  return !['any', 'unknown', 'const'].includes(type.getText());
}
