import type { Modules } from '../../../code/modules.ts';
import type { AppPath, Tree } from '../../../model/tree.ts';

/** A file of a page, or of what a page is made of. */
export interface FileBelow {
  readonly path: AppPath;
  /** Whether everything in it is below the root: loaded lazily, or imported by a component. */
  readonly isBelow: boolean;
}

interface Files {
  readonly tree: Pick<Tree, 'read'>;
  readonly modules: Modules;
}

/** A file to look at, and the name in it that led there: a barrel is followed for this name only. */
interface Step extends FileBelow {
  readonly name?: string;
}

/**
 * The files that the routes name, and those of the components and NgModules that they import. Only texts are looked at:
 * what is found here is parsed only where a text says something.
 */
export function filesBelow(files: Files, first: readonly AppPath[]): FileBelow[] {
  const seen = new Set<string>();
  const steps: Step[] = first.map((path) => ({ path, isBelow: false }));
  const found = new Map<AppPath, FileBelow>();
  // The list grows while it is read.
  for (const step of steps) {
    const key = [step.path, step.isBelow, step.name].join();
    const text = seen.has(key) ? undefined : files.tree.read(step.path);
    seen.add(key);
    if (text === undefined) continue;
    if (step.isBelow || !found.has(step.path)) found.set(step.path, { path: step.path, isBelow: step.isBelow });
    steps.push(...nextSteps(files, step, text));
  }
  return [...found.values()];
}

function nextSteps({ modules }: Files, { path, isBelow, name }: Step, text: string): Step[] {
  const imports = importsOf(text);
  const to = (specifier: string | undefined, more: Omit<Step, 'path'>): Step[] => {
    const file = specifier === undefined ? undefined : modules.resolve(path, specifier);
    return file === undefined ? [] : [{ path: file, ...more }];
  };
  const named = (names: readonly string[], below: boolean) =>
    names.flatMap((one) => to(imports.get(one), { isBelow: below, name: one }));
  const barrel = name === undefined || declares(text, name) ? [] : reExports(text, name);
  return [
    ...dynamicImports(text).flatMap((specifier) => to(specifier, { isBelow: true })),
    ...barrel.flatMap((specifier) => to(specifier, { isBelow, ...(name === undefined ? {} : { name }) })),
    ...named(valuesOf(text, 'component'), isBelow),
    ...named(valuesOf(decorators(text, 'Component'), 'imports'), true),
    ...(isBelow ? named(partsOfModules(text), true) : []),
  ];
}

/** Classes stand for themselves among providers; a list of them has a name of its own. */
function partsOfModules(text: string): string[] {
  const modules = decorators(text, 'NgModule');
  const lists = valuesOf(text, 'providers').filter((name) => /^[a-z_$]|^[A-Z\d_$]+$/.test(name));
  return [...valuesOf(modules, 'imports'), ...valuesOf(modules, 'exports'), ...lists];
}

/** Local names and the modules they are imported from. */
function importsOf(text: string): Map<string, string> {
  const declarations = text.matchAll(/\bimport\s+(?!type\b)([^'";]*?)\bfrom\s*['"]([^'"]+)['"]/g);
  return new Map(
    [...declarations].flatMap(([, clause = '', specifier = '']) => {
      const names = clause.replace(/\b[\w$]+\s+as\s+/g, '').match(/[\w$]+/g) ?? [];
      return names.map((name) => [name, specifier] as const);
    }),
  );
}

function dynamicImports(text: string): string[] {
  return [...text.matchAll(/\bimport\(\s*(?:\/\*[^]*?\*\/\s*)?['"`]([^'"`]+)['"`]/g)].map(
    ([, specifier = '']) => specifier,
  );
}

function declares(text: string, name: string): boolean {
  return new RegExp(`\\b(?:class|const|let|function)\\s+${escaped(name)}(?![\\w$])`).test(text);
}

function reExports(text: string, name: string): string[] {
  const clauses = text.matchAll(/\bexport\s*(\*|\{[^}]*\})\s*from\s*['"]([^'"]+)['"]/g);
  const isMeant = new RegExp(`^\\*$|(?<![\\w$])${escaped(name)}(?![\\w$])`);
  return [...clauses].filter(([, clause = '']) => isMeant.test(clause)).map(([, , specifier = '']) => specifier);
}

function escaped(name: string): string {
  return name.replaceAll('$', '\\$');
}

/** What the decorators of a kind are called with. */
function decorators(text: string, name: string): string {
  const starts = text.matchAll(new RegExp(`@${name}\\s*\\(`, 'g'));
  return [...starts].map(({ 0: start, index }) => bracketed(text, index + start.length - 1)).join('\n');
}

/** Names in the values of a property: those of a list, or the one that stands for it. */
function valuesOf(text: string, key: string): string[] {
  return [...text.matchAll(new RegExp(`\\b${key}\\s*:\\s*(\\[|[\\w$]+)`, 'g'))].flatMap(
    ({ 0: all, 1: value = '', index }) =>
      value === '[' ? (bracketed(text, index + all.length - 1).match(/[A-Za-z_$][\w$]*/g) ?? []) : [value],
  );
}

const pairs: Readonly<Record<string, number>> = { '(': 1, '[': 1, '{': 1, ')': -1, ']': -1, '}': -1 };

/** From a bracket to the one that closes it; a bracket in a string or comment at worst makes it longer or shorter. */
function bracketed(text: string, from: number): string {
  let depth = 0;
  for (let at = from; at < text.length; at += 1) {
    depth += pairs[text[at] ?? ''] ?? 0;
    if (depth === 0) return text.slice(from, at);
  }
  return text.slice(from);
}
