import type { SourceFile } from 'ts-morph';
import { Node } from 'ts-morph';
import type { AppPath } from '../model/tree.ts';
import { originOf } from './imports.ts';
import type { Modules } from './modules.ts';
import { declaredBy } from './scope.ts';

/** Where following ended without a value. */
export type Lost =
  { readonly lost: 'package'; readonly specifier: string } | { readonly lost: 'unknown'; readonly reason: string };

/** What a name of another file is: its declaration, the expression of a default export, or the file itself for a namespace. */
export interface Exported {
  readonly path: AppPath;
  readonly node: Node;
}

/** Which declarations count where a name is followed: those of values, or those of types. */
export interface Meaning {
  /** What the top of a file declares by a name. */
  readonly declaredAt: (source: SourceFile, name: string) => Node | undefined;
  /** What a file exports by default: itself, or the name that it has in the file. */
  readonly defaultOf: (source: SourceFile) => Node | { readonly name: string } | undefined;
  /** What a name is in its own file, at the top of it or, where nothing there has the name, further down. */
  readonly localIn: (source: SourceFile, name: string) => Node | undefined;
}

interface Wanted {
  /** `default` for a default import, `*` for a namespace. */
  readonly name: string;
  readonly steps: number;
  /** Values, where nothing is said. */
  readonly meaning?: Meaning;
}

/** Long enough for any chain of barrels people write; an import cycle ends here. */
export const MAX_STEPS = 20;

/** What an import brings, through barrels and path aliases. */
export function imported(
  modules: Modules,
  from: { readonly path: AppPath; readonly specifier: string },
  wanted: Wanted,
): Exported | Lost {
  const target = modules.resolve(from.path, from.specifier);
  if (target === undefined) {
    const isRelative = from.specifier.startsWith('.');
    return isRelative
      ? unknown(`${from.specifier} is not a file of this app`)
      : { lost: 'package', specifier: from.specifier };
  }
  return exportedBy(modules, target, { ...wanted, steps: wanted.steps - 1 });
}

/** What a file exports by a name. */
export function exportedBy(modules: Modules, path: AppPath, wanted: Wanted): Exported | Lost {
  if (wanted.steps <= 0) return unknown('the imports lead in a circle');
  const source = modules.open(path);
  if (source === undefined) return unknown(`${path} can't be read`);
  const file = { path, source };
  if (wanted.name === '*') return { path, node: source };
  const { declaredAt, defaultOf, localIn } = wanted.meaning ?? values;
  const declared = wanted.name === 'default' ? defaultOf(source) : undefined;
  if (declared !== undefined)
    return Node.isNode(declared) ? { path, node: declared } : topLevel(modules, file, { ...wanted, ...declared });
  const named = fromNamed(modules, file, wanted);
  if (named !== undefined) return named;
  const top = declaredAt(source, wanted.name);
  if (top !== undefined) return { path, node: top };
  const found = fromStars(modules, file, wanted);
  const local = 'lost' in found ? localIn(source, wanted.name) : undefined;
  return local === undefined ? found : { path, node: local };
}

const values: Meaning = { declaredAt: declaredBy, defaultOf: defaultValue, localIn: localValue };

function defaultValue(source: SourceFile): Node | undefined {
  const assigned = source.getExportAssignment((one) => !one.isExportEquals());
  if (assigned !== undefined) return assigned.getExpression();
  return source.getStatements().find((statement) => {
    const isDeclared = Node.isClassDeclaration(statement) || Node.isFunctionDeclaration(statement);
    return isDeclared && statement.hasDefaultKeyword();
  });
}

interface File {
  readonly path: AppPath;
  readonly source: SourceFile;
}

/** `export { name }`, `export { own as name } from './file'`, `export * as name from './file'`. */
function fromNamed(modules: Modules, file: File, wanted: Wanted): Exported | Lost | undefined {
  const { path, source } = file;
  const { name, steps } = wanted;
  for (const declaration of source.getExportDeclarations()) {
    const specifier = declaration.getModuleSpecifierValue();
    if (specifier !== undefined && declaration.getNamespaceExport()?.getName() === name)
      return imported(modules, { path, specifier }, { ...wanted, name: '*' });
    const named = declaration
      .getNamedExports()
      .find((one) => (one.getAliasNode()?.getText() ?? one.getName()) === name);
    if (named === undefined) continue;
    const next = { ...wanted, name: named.getName(), steps: steps - 1 };
    return specifier === undefined ? topLevel(modules, file, next) : imported(modules, { path, specifier }, next);
  }
  return undefined;
}

/** What a name means at the top of a file: declared there, or imported. */
export function topLevel(modules: Modules, { path, source }: File, wanted: Wanted): Exported | Lost {
  const { name, meaning = values } = wanted;
  const local = meaning.localIn(source, name);
  if (local !== undefined) return { path, node: local };
  const origin = originOf(source, name);
  if (origin === undefined) return unknown(`${name} is not declared where it can be followed`);
  return imported(modules, { path, specifier: origin.specifier }, { ...wanted, name: origin.name });
}

function fromStars(modules: Modules, { path, source }: File, wanted: Wanted): Exported | Lost {
  for (const declaration of source.getExportDeclarations()) {
    const specifier = declaration.getModuleSpecifierValue();
    const isStar = declaration.getNamespaceExport() === undefined && declaration.getNamedExports().length === 0;
    if (specifier === undefined || !isStar) continue;
    const found = imported(modules, { path, specifier }, { ...wanted, steps: wanted.steps - 1 });
    if (!('lost' in found)) return found;
  }
  return unknown(`${path} exports no ${wanted.name}`);
}

/** A declaration of the file, the top of it first. */
export function localValue(source: SourceFile, name: string): Node | undefined {
  return (
    declaredBy(source, name) ??
    source.getDescendants().find((node) => Node.isVariableDeclaration(node) && node.getName() === name)
  );
}

export function unknown(reason: string): Lost {
  return { lost: 'unknown', reason };
}
