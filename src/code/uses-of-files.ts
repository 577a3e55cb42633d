import { Node, type SourceFile } from 'ts-morph';
import type { AppPath } from '../model/tree.ts';
import { isUse } from './dangling-uses.ts';
import { namesHolding } from './is-made.ts';
import { pointsTo } from './module-path.ts';
import { parseLoosely } from './source-file.ts';

/**
 * The lines, from 1, of a file that need one of these files: what imports from it, what uses that, and what uses a
 * field or variable that holds it. Comments are no code.
 */
export function usesOfFiles(path: AppPath, text: string, files: readonly AppPath[]): number[] {
  const source = parseLoosely(path, text);
  const imports = source
    .getImportDeclarations()
    .filter((one) => files.some((file) => pointsTo(path, one.getModuleSpecifierValue(), { file })));
  const names = new Set(
    imports.flatMap((one) =>
      one.getNamedImports().map((name) => (name.getAliasNode() ?? name.getNameNode()).getText()),
    ),
  );
  if (names.size === 0) return [];
  const held = new Set([...names].flatMap((name) => [...namesHolding(source, name)]));
  return linesOf(source, (node) => names.has(node.getText()) || isHeld(node, held));
}

function linesOf(source: SourceFile, isNeeded: (identifier: Node) => boolean): number[] {
  const found = source
    .getDescendants()
    .filter((node) => (Node.isIdentifier(node) || Node.isPrivateIdentifier(node)) && isUsed(node) && isNeeded(node));
  return [...new Set(found.map((node) => node.getStartLineNumber()))].sort((a, b) => a - b);
}

function isUsed(identifier: Node): boolean {
  return isUse(identifier) || Node.isPropertyAccessExpression(identifier.getParent());
}

/** `identity.login()` or `this.identity.login()`: the name alone may be another thing's, too. */
function isHeld(identifier: Node, held: ReadonlySet<string>): boolean {
  const parent = identifier.getParent();
  if (!held.has(identifier.getText()) || !Node.isPropertyAccessExpression(parent)) return false;
  const owner = parent.getExpression();
  return owner === identifier || Node.isThisExpression(owner);
}
