import { Node, SyntaxKind, type SourceFile } from 'ts-morph';
import type { AppPath } from '../model/tree.ts';
import { parseLoosely } from './source-file.ts';

/** Code that uses a name whose import is gone. */
interface DanglingUse {
  readonly name: string;
  /** 1-based. */
  readonly line: number;
}

/** What would not compile in `after` because an import was taken out of `before`. */
export function danglingUses(path: AppPath, before: string, after: string): DanglingUse[] {
  const source = parseLoosely(path, after);
  const there = importedNames(source);
  const gone = [...importedNames(parseLoosely(path, before))].filter((name) => !there.has(name));
  if (gone.length === 0) return [];
  return source
    .getDescendantsOfKind(SyntaxKind.Identifier)
    .filter((one) => gone.includes(one.getText()) && isUse(one) && !isDeclared(source, one.getText()))
    .map((one) => ({ name: one.getText(), line: one.getStartLineNumber() }));
}

function importedNames(source: SourceFile): Set<string> {
  return new Set(
    source.getImportDeclarations().flatMap((declaration) => {
      const named = declaration.getNamedImports().map((one) => (one.getAliasNode() ?? one.getNameNode()).getText());
      const others = [declaration.getDefaultImport(), declaration.getNamespaceImport()];
      return [...named, ...others.flatMap((one) => (one ? [one.getText()] : []))];
    }),
  );
}

/** A property of the same name is none. */
export function isUse(identifier: Node): boolean {
  const parent = identifier.getParent();
  if (Node.isPropertyAccessExpression(parent) || Node.isPropertyAssignment(parent))
    return parent.getNameNode() !== identifier;
  return true;
}

function isDeclared(source: SourceFile, name: string): boolean {
  return [source.getVariableDeclaration(name), source.getFunction(name), source.getClass(name)].some(Boolean);
}
