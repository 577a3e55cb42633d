import { Node, SyntaxKind } from 'ts-morph';
import type { NeededImport } from '../model/edit.ts';
import type { AppPath } from '../model/tree.ts';
import { pointsTo } from './module-path.ts';
import { parseLoosely } from './source-file.ts';

/** How often a file's code names a symbol that it imports, statically or with `import()`; 0 where it doesn't import it. */
export function countReferences(path: AppPath, text: string, { name, from }: NeededImport): number {
  const source = parseLoosely(path, text);
  const isOurs = (node: Node | undefined) => Node.isStringLiteral(node) && pointsTo(path, node.getLiteralText(), from);
  const declarations = source.getImportDeclarations().filter((one) => isOurs(one.getModuleSpecifier()));
  const imported = declarations.flatMap((one) => one.getNamedImports()).filter((one) => one.getName() === name);
  const aliases = imported.flatMap((one) => one.getAliasNode()?.getText() ?? []);
  const names = aliases.length === 0 ? [name] : aliases;
  const isLazy = source
    .getDescendantsOfKind(SyntaxKind.CallExpression)
    .some((call) => Node.isImportExpression(call.getExpression()) && isOurs(call.getArguments()[0]));
  const uses = source
    .getDescendantsOfKind(SyntaxKind.Identifier)
    .filter((identifier) => names.includes(identifier.getText()) && !Node.isImportSpecifier(identifier.getParent()));
  // Another symbol of that file says nothing of this one: its name may be one of the app's own.
  const isStatic = imported.length > 0 || declarations.some((one) => one.getNamespaceImport() !== undefined);
  return isStatic || isLazy ? uses.length : 0;
}
