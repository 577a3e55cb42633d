import type { Node, SourceFile } from 'ts-morph';
import type { AppPath, Tree } from '../model/tree.ts';
import { joinPath } from './module-path.ts';
import { parseLoosely, parseSource } from './source-file.ts';
import { isUndecided } from '../text/conflict-markers.ts';
import { canonical } from '../text/text.ts';

/** What a tsconfig says about finding modules; targets are relative to the app's root. */
export interface Resolution {
  readonly paths?: Readonly<Record<string, readonly string[]>>;
  readonly baseUrl?: AppPath;
}

/** The app's source files, read and parsed when they are first asked for. */
export interface Modules {
  /** @throws CliError `UNREADABLE` when the file has a syntax error. */
  open(path: AppPath): SourceFile | undefined;
  /** The file of the app a specifier leads to; `undefined` for a package, or when there is none. */
  resolve(from: AppPath, specifier: string): AppPath | undefined;
  /** The text of a file as it is, not parsed. */
  text(path: AppPath): string | undefined;
  /** What parameters are called with, and which class `this` is of, while one call is read. */
  readonly bound?: ReadonlyMap<Node, Bound>;
}

/** An expression and the file it is written in. */
interface Bound {
  readonly path: AppPath;
  readonly node: Node;
}

export function modulesOf(tree: Pick<Tree, 'read'>, resolution: Resolution): Modules {
  const text = remembered((path) => tree.read(path));
  const open = remembered((path) => {
    const found = text(path);
    return found === undefined ? undefined : parsed(path, canonical(found));
  });
  const resolve = (from: AppPath, specifier: string): AppPath | undefined =>
    targetsOf(from, specifier, resolution)
      .flatMap(filesFor)
      .find((path) => text(path) !== undefined);
  return { open, resolve, text };
}

/** Of generated code with a decision left for a person, the parser reads the person's side. `check` says where it is. */
function parsed(path: AppPath, text: string): SourceFile {
  return isUndecided(text) ? parseLoosely(path, text) : parseSource(path, text);
}

/** Asks for each file once, also for one that isn't there. */
function remembered<T>(read: (path: AppPath) => T): (path: AppPath) => T {
  const known = new Map<AppPath, { readonly value: T }>();
  return (path) => {
    const found = known.get(path) ?? { value: read(path) };
    known.set(path, found);
    return found.value;
  };
}

function targetsOf(from: AppPath, specifier: string, { paths = {}, baseUrl }: Resolution): AppPath[] {
  if (specifier.startsWith('.')) return [joinPath(from, specifier)];
  const aliased = Object.entries(paths).flatMap(([pattern, targets]) => {
    const rest = matchPattern(pattern, specifier);
    return rest === undefined
      ? []
      : targets.map((target) =>
          joinPath(
            '',
            target.replace('*', () => rest),
          ),
        );
  });
  return baseUrl === undefined ? aliased : [...aliased, joinPath('', `${baseUrl}/${specifier}`)];
}

function matchPattern(pattern: string, specifier: string): string | undefined {
  const [prefix = '', suffix] = pattern.split('*');
  if (suffix === undefined) return pattern === specifier ? '' : undefined;
  const fits = specifier.startsWith(prefix) && specifier.endsWith(suffix) && specifier.length >= pattern.length - 1;
  return fits ? specifier.slice(prefix.length, specifier.length - suffix.length) : undefined;
}

/** Only names of source files: a specifier may also be the name of a folder. */
function filesFor(target: AppPath): AppPath[] {
  const inPlace = /\.[cm]?ts$/.test(target) ? [target] : [];
  const compiled = /\.[cm]?js$/.test(target) ? [target.replace(/js$/, 'ts'), target] : [];
  return [...inPlace, ...compiled, `${target}.ts`, `${target}.mts`, `${target}/index.ts`, `${target}.js`];
}
