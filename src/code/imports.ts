import type { ImportDeclaration, ImportSpecifier, SourceFile } from 'ts-morph';
import { Node } from 'ts-morph';

/** An exported symbol and the modules it may come from. */
export interface ImportedSymbol {
  readonly name: string;
  readonly from: (specifier: string) => boolean;
}

/** A symbol of a package, by its exact name. */
export function symbolOf(name: string, ...packages: readonly string[]): ImportedSymbol {
  return { name, from: (specifier) => packages.includes(specifier) };
}

/** What the name of an imported symbol means: the exporting module and the exported name. */
interface ImportOrigin {
  readonly specifier: string;
  /** `default` for a default import, `*` for a namespace. */
  readonly name: string;
  readonly declaration: ImportDeclaration;
}

/** The local name a symbol can be used by as a value, if the file imports it. */
export function localName(source: SourceFile, symbol: ImportedSymbol): string | undefined {
  for (const declaration of source.getImportDeclarations()) {
    if (declaration.isTypeOnly() || !symbol.from(declaration.getModuleSpecifierValue())) continue;
    const specifier = declaration.getNamedImports().find((one) => !one.isTypeOnly() && one.getName() === symbol.name);
    if (specifier !== undefined) return nameInFile(specifier);
    const namespace = declaration.getNamespaceImport();
    if (namespace !== undefined) return `${namespace.getText()}.${symbol.name}`;
  }
  return undefined;
}

/** What each file imports: trees are never changed, and a long file of routes asks for many names. */
const origins = new WeakMap<SourceFile, ReadonlyMap<string, ImportOrigin>>();

/** Where an identifier of this file is imported from; `undefined` when it isn't. */
export function originOf(source: SourceFile, identifier: string): ImportOrigin | undefined {
  const known = origins.get(source) ?? originsIn(source);
  origins.set(source, known);
  return known.get(identifier);
}

function originsIn(source: SourceFile): ReadonlyMap<string, ImportOrigin> {
  const found = source.getImportDeclarations().flatMap((declaration) => {
    const specifier = declaration.getModuleSpecifierValue();
    const brings = (name: string, local: string | undefined) =>
      local === undefined ? [] : [[local, { specifier, name, declaration }] as const];
    return [
      ...brings('default', declaration.getDefaultImport()?.getText()),
      ...brings('*', declaration.getNamespaceImport()?.getText()),
      ...declaration.getNamedImports().flatMap((one) => brings(one.getName(), nameInFile(one))),
    ];
  });
  // The first of two imports of one name counts.
  return new Map(found.reverse());
}

/** Whether an expression names the imported symbol, also through an alias or a namespace import. */
export function refersTo(node: Node | undefined, symbol: ImportedSymbol): boolean {
  if (Node.isIdentifier(node)) {
    const origin = originOf(node.getSourceFile(), node.getText());
    return origin?.name === symbol.name && symbol.from(origin.specifier);
  }
  if (!Node.isPropertyAccessExpression(node) || node.getName() !== symbol.name) return false;
  const origin = originOf(node.getSourceFile(), node.getExpression().getText());
  return origin?.name === '*' && symbol.from(origin.specifier);
}

function nameInFile(specifier: ImportSpecifier): string {
  return specifier.getAliasNode()?.getText() ?? specifier.getName();
}

/** The first node that declares `name` anywhere in the file, imports included. */
export function declarationOf(source: SourceFile, name: string): Node | undefined {
  return source.forEachDescendant((node) => {
    if (!Node.isIdentifier(node) || node.getText() !== name) return undefined;
    const parent = node.getParent();
    if (Node.isImportSpecifier(parent)) return nameInFile(parent) === name ? parent : undefined;
    if (Node.isImportClause(parent) || Node.isNamespaceImport(parent)) return parent;
    if (Node.isPropertyAssignment(parent) || Node.isShorthandPropertyAssignment(parent)) return undefined;
    if (Node.isPropertyDeclaration(parent) || Node.isPropertySignature(parent)) return undefined;
    if (Node.isMethodDeclaration(parent) || Node.isMethodSignature(parent) || Node.isEnumMember(parent))
      return undefined;
    if (Node.isGetAccessorDeclaration(parent) || Node.isSetAccessorDeclaration(parent)) return undefined;
    return Node.hasName(parent) && parent.getNameNode() === node && !Node.isPropertyAccessExpression(parent)
      ? parent
      : undefined;
  });
}
