import { posix } from 'node:path';
import { isObject, type JsonObject, objectAt, stringAt, stringsOf } from '../../../text/json.ts';
import { readJson } from '../../../text/read-json.ts';
import type { Resolution } from '../../../code/modules.ts';
import type { AppProject } from '../../../model/app-project.ts';
import type { AppPath, Tree } from '../../../model/tree.ts';

/** The first that is there is the app's own; in Nx it extends the workspace's. */
const candidates = ['tsconfig.app.json', 'tsconfig.json'];

/** What the app is built by: as its target says, or as the file is always called. */
export function tsConfigOf(
  tree: Tree,
  { folder, tsConfig }: Pick<AppProject, 'folder' | 'tsConfig'>,
): Pick<AppProject, 'tsConfig'> {
  if (tsConfig !== undefined) return { tsConfig };
  const usual = candidates.map((name) => posix.join(folder, name));
  const found = usual.find((path) => compilesCode(readJson(tree, path)));
  return found === undefined ? {} : { tsConfig: found };
}

/** One that only refers to others has no code of its own. */
function compilesCode(config: JsonObject | undefined): boolean {
  return config !== undefined && config['references'] === undefined;
}

/** How the app's tsconfig, and those it extends, let imports be written, as far as a file can be found by it. */
export function readResolution(tree: Tree, folder: AppPath): Resolution {
  const own = candidates.map((name) => posix.join(folder, name));
  const shared = ['tsconfig.json', 'tsconfig.base.json'];
  const first = [...own, ...shared].find((path) => tree.read(path) !== undefined);
  const chain = first === undefined ? [] : follow(tree, first, 0);
  const based = chain.find(({ options }) => stringAt(options, 'baseUrl') !== undefined);
  const baseUrl = based && posix.join(posix.dirname(based.path), stringAt(based.options, 'baseUrl') ?? '');
  const mapped = chain.find(({ options }) => isObject(options['paths']));
  // TypeScript reads the targets from baseUrl, else from the file that has them; ours are read from the app's root.
  const from = baseUrl ?? (mapped ? posix.dirname(mapped.path) : '.');
  const paths = Object.entries(objectAt(mapped?.options, 'paths')).map(
    ([alias, targets]) => [alias, stringsOf(targets).map((target) => posix.join(from, target))] as const,
  );
  return { paths: Object.fromEntries(paths), ...(baseUrl === undefined ? {} : { baseUrl }) };
}

interface TsConfig {
  readonly path: AppPath;
  readonly options: JsonObject;
}

/** Nearest first; what a package brings is of no use for finding the app's own files. */
function follow(tree: Tree, path: AppPath, depth: number): TsConfig[] {
  const config = depth > 10 ? undefined : readJson(tree, path);
  if (!config) return [];
  const bases = stringsOf([config['extends']].flat());
  const relative = bases.filter((base) => base.startsWith('.')).reverse();
  return [
    { path, options: objectAt(config, 'compilerOptions') },
    ...relative.flatMap((base) => follow(tree, fileOf(tree, posix.join(posix.dirname(path), base)), depth + 1)),
  ];
}

function fileOf(tree: Tree, path: AppPath): AppPath {
  return tree.read(path) === undefined && !path.endsWith('.json') ? `${path}.json` : path;
}
