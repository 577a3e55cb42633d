import type { InterfaceDeclaration, SourceFile, TypeAliasDeclaration } from 'ts-morph';
import { Node } from 'ts-morph';
import type { AppPath } from '../model/tree.ts';
import { MAX_STEPS, topLevel, type Meaning } from './exported.ts';
import type { Modules } from './modules.ts';

/** An interface or a type alias, and the file it is written in. */
export interface DeclaredType {
  readonly path: AppPath;
  readonly declaration: InterfaceDeclaration | TypeAliasDeclaration;
}

interface Place {
  readonly path: AppPath;
  readonly source: SourceFile;
}

/** What a name means as a type in a file, through imports, barrels and path aliases; `undefined` for a package's, or a class. */
export function declaredType(modules: Modules, place: Place, name: string): DeclaredType | undefined {
  const found = topLevel(modules, place, { name, steps: MAX_STEPS, meaning: types });
  if ('lost' in found) return undefined;
  const { path, node } = found;
  return Node.isInterfaceDeclaration(node) || Node.isTypeAliasDeclaration(node)
    ? { path, declaration: node }
    : undefined;
}

const types: Meaning = { declaredAt: typeIn, defaultOf: defaultType, localIn: typeIn };

function typeIn(source: SourceFile, name: string): Node | undefined {
  return source.getInterface(name) ?? source.getTypeAlias(name);
}

function defaultType(source: SourceFile): Node | { readonly name: string } | undefined {
  const declaration = source.getInterfaces().find((one) => one.hasDefaultKeyword());
  if (declaration !== undefined) return declaration;
  const assigned = source.getExportAssignment((one) => !one.isExportEquals())?.getExpression();
  return assigned === undefined ? undefined : { name: assigned.getText() };
}
