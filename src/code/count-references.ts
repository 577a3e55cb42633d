import { Node, SyntaxKind } from 'ts-morph';
import type { NeededImport } from '../model/edit.ts';
import type { AppPath } from '../model/tree.ts';
import { pointsTo } from './module-path.ts';
import { parseLoosely } from './source-file.ts';

/** How often a file's code names a symbol that it imports, statically or with `import()`; 0 where it doesn't import it. */
export function countReferences(path: AppPath, text: string, { name, from }: NeededImport): number {
  const source = parseLoosely(path, text);
  const isOurs = (node: Node | undefined) => Node.isStringLiteral(node) && pointsTo(path, node.getLiteralText(), from);
  const isStatic = source.getImportDeclarations().some((declaration) => isOurs(declaration.getModuleSpecifier()));
  const isLazy = source
    .getDescendantsOfKind(SyntaxKind.CallExpression)
    .some((call) => Node.isImportExpression(call.getExpression()) && isOurs(call.getArguments()[0]));
  const uses = source
    .getDescendantsOfKind(SyntaxKind.Identifier)
    .filter((identifier) => identifier.getText() === name && !Node.isImportSpecifier(identifier.getParent()));
  return isStatic || isLazy ? uses.length : 0;
}
