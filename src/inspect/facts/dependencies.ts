import { frameworks } from '../../frameworks/frameworks.ts';
import type { Dependency } from '../../model/project.ts';
import type { Tree } from '../../model/tree.ts';
import { type JsonObject, objectAt, stringAt } from '../../text/json.ts';
import { readJson } from '../../text/read-json.ts';
import { pluginPackage } from '../../packages/plugin-package.ts';
import { readCatalogs, type Catalogs } from './catalogs.ts';
import { supportedPackages } from './ionic-packages.ts';
import { readPnpVersion } from './pnp.ts';

/** The packages whose version the tool decides by. */
const deciding = new Set([
  ...Object.values(frameworks).flatMap(({ versionedPackages }) => versionedPackages),
  '@capacitor/core',
  '@capacitor/cli',
  'prettier',
  pluginPackage,
]);

/**
 * What package.json asks for, with the installed version of the packages the tool decides by.
 * @param above the folders from the root's parent up to the repository: `../`, `../../`
 */
export async function readDependencies(tree: Tree, above: readonly string[]): Promise<ReadonlyMap<string, Dependency>> {
  const ranges = rangesIn(readJson(tree, 'package.json'));
  // Tools are installed once for a whole repository, and listed there.
  const shared = above.flatMap((folder) => rangesIn(readJson(tree, `${folder}package.json`)));
  const formatter = [...ranges, ...shared].find(([name]) => name === 'prettier');
  const places = { tree, folders: ['', ...above], catalogs: await readCatalogs(tree, ['', ...above]) };
  return new Map(
    [...(formatter ? [formatter] : []), ...ranges].map(([name, range]) => [name, readDependency(places, name, range)]),
  );
}

function rangesIn(manifest: JsonObject | undefined): [name: string, range: string][] {
  const ranges = { ...objectAt(manifest, 'devDependencies'), ...objectAt(manifest, 'dependencies') };
  return Object.entries(ranges).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
}

interface Places {
  readonly tree: Tree;
  readonly folders: readonly string[];
  readonly catalogs: Catalogs;
}

function readDependency({ tree, folders, catalogs }: Places, name: string, range: string): Dependency {
  const installed = deciding.has(name) ? readInstalled(tree, folders, name) : undefined;
  const isAsked = installed === undefined && supportedPackages.includes(name);
  const locked = isAsked ? readLocked(tree, folders, name) : undefined;
  const major = majorOf(installed ?? locked ?? catalogs.rangeOf(name, range));
  return {
    range,
    ...(installed === undefined ? {} : { installed }),
    ...(locked === undefined ? {} : { locked }),
    ...(major === undefined ? {} : { major }),
  };
}

/** As Node finds it: in the package's own node_modules, then in those above. */
function readInstalled(tree: Tree, folders: readonly string[], name: string): string | undefined {
  for (const folder of folders) {
    const version = stringAt(readJson(tree, `${folder}node_modules/${name}/package.json`), 'version');
    if (version !== undefined) return version;
  }
  return readPnpVersion(tree, folders, name);
}

/** What npm will install: looked up in the text, for a lock file is as big as the app's whole tree of packages. */
function readLocked(tree: Tree, folders: readonly string[], name: string): string | undefined {
  for (const folder of folders) {
    const text = tree.read(`${folder}package-lock.json`) ?? '';
    const start = text.indexOf(`"node_modules/${name}":`);
    const version =
      start < 0 ? undefined : /^[^{]*\{\s*"version":\s*"([^"]+)"/.exec(text.slice(start, start + 300))?.[1];
    if (version !== undefined) return version;
  }
  return undefined;
}

/** `workspace:*`, tags and addresses state no major: unknown, not zero. */
function majorOf(range: string): number | undefined {
  const digits = /^(?:npm:.+@|workspace:)?[~^>=v\s]*(\d+)(?:\.|$|\s|-)/.exec(range)?.[1];
  return digits === undefined ? undefined : Number(digits);
}
