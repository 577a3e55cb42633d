import type { InterfaceDeclaration, SourceFile, TypeAliasDeclaration } from 'ts-morph';
import type { AppPath } from '../model/tree.ts';
import { MAX_STEPS } from './exported.ts';
import { originOf } from './imports.ts';
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

interface Wanted {
  readonly name: string;
  /** How many imports are followed yet. */
  readonly steps?: number;
}

/** What a name means as a type in a file, through imports, barrels and path aliases; `undefined` for a package's, or a class. */
export function declaredType(
  modules: Modules,
  place: Place,
  { name, steps = MAX_STEPS }: Wanted,
): DeclaredType | undefined {
  const declaration = place.source.getInterface(name) ?? place.source.getTypeAlias(name);
  if (declaration !== undefined) return { path: place.path, declaration };
  const origin = originOf(place.source, name);
  if (origin === undefined) return undefined;
  return exportedType(modules, modules.resolve(place.path, origin.specifier), { name: origin.name, steps: steps - 1 });
}

function exportedType(
  modules: Modules,
  path: AppPath | undefined,
  { name, steps }: Required<Wanted>,
): DeclaredType | undefined {
  const source = path === undefined || steps <= 0 ? undefined : modules.open(path);
  if (path === undefined || source === undefined) return undefined;
  const place = { path, source };
  if (name === 'default') return defaultType(modules, place, steps);
  for (const declaration of source.getExportDeclarations()) {
    const specifier = declaration.getModuleSpecifierValue();
    const target = specifier === undefined ? undefined : modules.resolve(path, specifier);
    const named = declaration
      .getNamedExports()
      .find((one) => (one.getAliasNode() ?? one.getNameNode()).getText() === name);
    if (named !== undefined && specifier === undefined)
      return declaredType(modules, place, { name: named.getName(), steps });
    if (named !== undefined) return exportedType(modules, target, { name: named.getName(), steps: steps - 1 });
  }
  return declaredType(modules, place, { name, steps }) ?? throughStars(modules, place, { name, steps });
}

function defaultType(modules: Modules, place: Place, steps: number): DeclaredType | undefined {
  const { path, source } = place;
  const declaration = source.getInterfaces().find((one) => one.hasDefaultKeyword());
  if (declaration !== undefined) return { path, declaration };
  const name = source
    .getExportAssignment((one) => !one.isExportEquals())
    ?.getExpression()
    .getText();
  return name === undefined ? undefined : declaredType(modules, place, { name, steps: steps - 1 });
}

function throughStars(
  modules: Modules,
  { path, source }: Place,
  { name, steps }: Required<Wanted>,
): DeclaredType | undefined {
  for (const declaration of source.getExportDeclarations()) {
    const specifier = declaration.getModuleSpecifierValue();
    const isStar = declaration.getNamespaceExport() === undefined && declaration.getNamedExports().length === 0;
    if (specifier === undefined || !isStar) continue;
    const found = exportedType(modules, modules.resolve(path, specifier), { name, steps: steps - 1 });
    if (found !== undefined) return found;
  }
  return undefined;
}
