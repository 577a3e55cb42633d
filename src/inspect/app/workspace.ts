import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { objectAt, stringAt, stringsOf } from '../../text/json.ts';
import { readJson } from '../../text/read-json.ts';
import type { AppPath, Tree } from '../../model/tree.ts';
import { DiskTree } from '../disk-tree.ts';
import { pathWithin } from './path-within.ts';
import { readYaml } from './read-yaml.ts';

/** The monorepo a package is part of. */
export interface Workspace {
  /** Absolute. */
  readonly folder: string;
  /** Folders of its packages and projects, as globs below `folder`. */
  readonly patterns: readonly string[];
  readonly isNx: boolean;
}

/** Where apps are put when nobody says otherwise. */
export const usualPlaces: readonly string[] = ['*', 'apps/*', 'apps/*/*', 'packages/*', 'projects/*'];

/** The workspace that claims the package: by `workspaces`, `pnpm-workspace.yaml` or `nx.json`, within its repository. */
export async function findWorkspace(packageFolder: string): Promise<Workspace | undefined> {
  for (let folder = packageFolder; ; folder = dirname(folder)) {
    const found = await readWorkspace(folder);
    if (found && claims(found, packageFolder)) return found;
    if (folder === dirname(folder) || existsSync(join(folder, '.git'))) return undefined;
  }
}

async function readWorkspace(folder: string): Promise<Workspace | undefined> {
  const tree = new DiskTree(folder);
  const isNx = tree.list('').includes('nx.json');
  const declared = [...(await pnpmPackages(tree)), ...packageGlobs(tree)];
  if (!isNx && declared.length === 0) return undefined;
  return {
    folder,
    isNx,
    patterns: isNx ? [...declared, ...nxFolders(tree), ...usualPlaces, 'packages/*/*'] : declared,
  };
}

/** A `pnpm-workspace.yaml` without packages holds settings only. */
async function pnpmPackages(tree: Tree): Promise<string[]> {
  const { packages } = await readYaml(tree, 'pnpm-workspace.yaml');
  return stringsOf(packages);
}

function packageGlobs(tree: Tree): string[] {
  const manifest = readJson(tree, 'package.json');
  const listed = manifest?.['workspaces'];
  const globs = Array.isArray(listed) ? listed : objectAt(manifest, 'workspaces')['packages'];
  return stringsOf(globs);
}

function nxFolders(tree: Tree): string[] {
  const apps = stringAt(objectAt(readJson(tree, 'nx.json'), 'workspaceLayout'), 'appsDir');
  return apps === undefined || apps === '.' ? [] : [`${apps}/*`, `${apps}/*/*`];
}

function claims({ folder, patterns, isNx }: Workspace, packageFolder: string): boolean {
  const path = pathWithin(folder, packageFolder);
  if (path === '' || isNx) return true;
  const fits = (glob: string) => asRegExp(tidy(glob)).test(path);
  return (
    patterns.some((glob) => !glob.startsWith('!') && fits(glob)) &&
    !patterns.some((glob) => glob.startsWith('!') && fits(glob.slice(1)))
  );
}

function asRegExp(glob: string): RegExp {
  const source = glob
    .split(/(\*\*\/?|\*)/)
    .map((part) =>
      part.startsWith('**') ? '(.*)' : part === '*' ? '[^/]*' : part.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&'),
    );
  return new RegExp(`^${source.join('')}$`);
}

/** Never apps of their own: copies, builds, and native projects. */
const notApps = /^(\..*|node_modules|dist|www|build|coverage|ios|android)\/$/;

/** The folders below `tree` that the globs name; `**` is two levels, so that the cost doesn't grow with the repository. */
export function expand(tree: Tree, globs: readonly string[]): AppPath[] {
  const kept = globs.filter((glob) => !glob.startsWith('!')).flatMap((glob) => unfold(tidy(glob)));
  const left = globs.filter((glob) => glob.startsWith('!')).map((glob) => asRegExp(tidy(glob.slice(1))));
  const paths = kept.flatMap((glob) => walk(tree, '', glob.split('/')));
  return [...new Set(paths)].filter((path) => !left.some((pattern) => pattern.test(path)));
}

function unfold(glob: string): string[] {
  if (!glob.includes('**')) return [glob];
  return ['*', '*/*'].map((levels) => glob.replace(/\*\*(\/\*)?/, levels));
}

function walk(tree: Tree, folder: AppPath, [segment, ...rest]: readonly string[]): AppPath[] {
  if (segment === undefined) return folder === '' ? [] : [folder];
  if (!segment.includes('*')) return walk(tree, folder === '' ? segment : `${folder}/${segment}`, rest);
  const pattern = asRegExp(segment);
  return tree
    .list(folder)
    .filter((name) => name.endsWith('/') && !notApps.test(name) && pattern.test(name.slice(0, -1)))
    .flatMap((name) => walk(tree, `${folder === '' ? '' : `${folder}/`}${name.slice(0, -1)}`, rest));
}

function tidy(glob: string): string {
  return glob.replace(/^\.\//, '').replace(/\/+$/, '');
}
