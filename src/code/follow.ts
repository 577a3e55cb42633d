import type { SourceFile, VariableDeclaration } from 'ts-morph';
import { Node } from 'ts-morph';
import type { CodeAnchor } from '../model/edit.ts';
import type { AppPath } from '../model/tree.ts';
import { originOf } from './imports.ts';
import { unwrap } from './literals.ts';
import type { Modules } from './modules.ts';

/** An expression and the file it is written in. */
export interface NodePlace {
  readonly path: AppPath;
  readonly node: Node;
  /** How the place is found again; absent where a value has no name of its own. */
  readonly anchor?: CodeAnchor;
}

/** Where following ended without a value. */
type Lost =
  { readonly lost: 'package'; readonly specifier: string } | { readonly lost: 'unknown'; readonly reason: string };

/** Long enough for any chain of barrels people write; an import cycle ends here. */
const MAX_STEPS = 20;

/** The value an expression stands for, through variables, imports, barrels and path aliases. */
export function follow(modules: Modules, place: NodePlace, steps = MAX_STEPS): NodePlace | Lost {
  const node = unwrap(place.node);
  if (steps === 0) return unknown('the imports lead in a circle');
  if (Node.isIdentifier(node))
    return followName(modules, { path: place.path, source: node.getSourceFile() }, { name: node.getText(), steps });
  if (Node.isPropertyAccessExpression(node)) {
    const origin = originOf(node.getSourceFile(), node.getExpression().getText());
    if (origin?.name === '*')
      return followImport(modules, { path: place.path, specifier: origin.specifier }, { name: node.getName(), steps });
    return unknown(`${node.getText()} is not a plain name`);
  }
  return { ...place, node };
}

export function isLost(result: NodePlace | Lost): result is Lost {
  return 'lost' in result;
}

/** In words; `comes` is the subject and its verb: `it comes`. */
export function whyLost(lost: Lost, comes: string): string {
  return lost.lost === 'package' ? `${comes} from ${lost.specifier}` : lost.reason;
}

interface WantedName {
  readonly name: string;
  readonly steps: number;
}

interface File {
  readonly path: AppPath;
  readonly source: SourceFile;
}

function followName(modules: Modules, { path, source }: File, { name, steps }: WantedName): NodePlace | Lost {
  const local = localValue(source, name);
  if (local !== undefined) return fromLocal(modules, { path, source }, { name, steps, local });
  const origin = originOf(source, name);
  if (origin === undefined) return unknown(`${name} is not declared where it can be followed`);
  return followImport(modules, { path, specifier: origin.specifier }, { name: origin.name, steps });
}

function fromLocal(
  modules: Modules,
  { path }: File,
  { name, steps, local }: WantedName & { readonly local: Node },
): NodePlace | Lost {
  if (!Node.isVariableDeclaration(local)) return { path, node: local };
  const initializer = local.getInitializer();
  if (initializer === undefined) return unknown(`${name} has no initial value`);
  const value = unwrap(initializer);
  if (Node.isIdentifier(value) || Node.isPropertyAccessExpression(value))
    return follow(modules, { path, node: value }, steps - 1);
  return { path, node: value, anchor: { kind: 'variable', name } };
}

function localValue(source: SourceFile, name: string): VariableDeclaration | Node | undefined {
  const top = source.getVariableDeclaration(name) ?? source.getFunction(name) ?? source.getClass(name);
  if (top !== undefined) return top;
  return source.getDescendants().find((node) => Node.isVariableDeclaration(node) && node.getName() === name);
}

function followImport(
  modules: Modules,
  from: { readonly path: AppPath; readonly specifier: string },
  wanted: WantedName,
): NodePlace | Lost {
  const target = modules.resolve(from.path, from.specifier);
  if (target === undefined) {
    const isRelative = from.specifier.startsWith('.');
    return isRelative
      ? unknown(`${from.specifier} is not a file of this app`)
      : { lost: 'package', specifier: from.specifier };
  }
  const source = modules.open(target);
  return source === undefined
    ? unknown(`${target} can't be read`)
    : followExport(modules, { path: target, source }, { ...wanted, steps: wanted.steps - 1 });
}

function followExport(modules: Modules, file: File, wanted: WantedName): NodePlace | Lost {
  const { path, source } = file;
  const { name, steps } = wanted;
  if (steps <= 0) return unknown('the imports lead in a circle');
  const assigned = name === 'default' ? source.getExportAssignment((one) => !one.isExportEquals()) : undefined;
  if (assigned !== undefined) {
    const found = follow(modules, { path, node: assigned.getExpression() }, steps - 1);
    return isLost(found) || found.anchor !== undefined || found.path !== path
      ? found
      : { ...found, anchor: { kind: 'variable', name: 'default' } };
  }
  const declared = name === 'default' ? source.getClass((one) => one.isDefaultExport()) : undefined;
  if (declared !== undefined) return { path, node: declared };
  for (const declaration of source.getExportDeclarations()) {
    const specifier = declaration.getModuleSpecifierValue();
    const named = declaration
      .getNamedExports()
      .find((one) => (one.getAliasNode()?.getText() ?? one.getName()) === name);
    if (named !== undefined) {
      const next = { name: named.getName(), steps: steps - 1 };
      return specifier === undefined
        ? followName(modules, file, next)
        : followImport(modules, { path, specifier }, next);
    }
  }
  if (localValue(source, name) !== undefined) return followName(modules, file, wanted);
  return followStars(modules, file, wanted);
}

function followStars(modules: Modules, { path, source }: File, { name, steps }: WantedName): NodePlace | Lost {
  for (const declaration of source.getExportDeclarations()) {
    const specifier = declaration.getModuleSpecifierValue();
    if (
      specifier === undefined ||
      declaration.getNamespaceExport() !== undefined ||
      declaration.getNamedExports().length > 0
    )
      continue;
    const found = followImport(modules, { path, specifier }, { name, steps: steps - 1 });
    if (!isLost(found)) return found;
  }
  return unknown(`${path} exports no ${name}`);
}

function unknown(reason: string): Lost {
  return { lost: 'unknown', reason };
}
