import type { SourceFile } from 'ts-morph';
import { Node, SyntaxKind } from 'ts-morph';

/** Where a file names types: as such, as what a class or an interface is made from, and where it passes them on as something else. */
export function typeUses(source: SourceFile): Node[] {
  const renamed = source
    .getExportDeclarations()
    .flatMap((one) => one.getNamedExports())
    .filter((one) => one.getAliasNode() !== undefined);
  return [
    ...source.getDescendantsOfKind(SyntaxKind.TypeReference),
    ...source.getDescendantsOfKind(SyntaxKind.ExpressionWithTypeArguments),
    ...renamed,
  ];
}

/** The name at such a place, as the file has it. */
export function nameOf(use: Node): string {
  if (Node.isTypeReference(use)) return use.getTypeName().getText();
  if (Node.isExpressionWithTypeArguments(use)) return use.getExpression().getText();
  return Node.isExportSpecifier(use) ? use.getName() : use.getText();
}

/** Is nothing of the type made there? `T['member']`, `keyof T`, `inject<T>(…)`, `new InjectionToken<T>('…')`. */
export function isOnlyRead(use: Node): boolean {
  const around = use.getParent();
  if (Node.isIndexedAccessTypeNode(around)) return around.getObjectTypeNode() === use;
  if (Node.isTypeOperatorTypeNode(around)) return true;
  if (Node.isNewExpression(around)) return around.getArguments().length < 2;
  return Node.isCallExpression(around) && around.getExpression().getText() === 'inject';
}
