import { join } from 'node:path';
import { CliError } from '../../model/errors.ts';
import type { Framework } from '../../frameworks/framework.ts';
import type { AppProject } from '../../model/app-project.ts';
import { frameworkOf } from '../../frameworks/find-framework.ts';
import { objectAt, stringAt } from '../../text/json.ts';
import { readJson } from '../../text/read-json.ts';
import { setupPaths } from '../../state/setup-paths.ts';
import type { AppPath, Tree } from '../../model/tree.ts';
import { firstOf } from './choose-app.ts';
import { DiskTree } from '../disk-tree.ts';
import { findCapacitorConfigs } from '../facts/find-capacitor.ts';
import type { Asked } from './asked.ts';
import { pathWithin } from './path-within.ts';
import { expand, type Workspace } from './workspace.ts';

/** A folder with dependencies, and the workspace it is part of. */
export interface Root {
  readonly root: string;
  readonly workspace?: Workspace;
}

/** The applications declared below a root, whether they use Ionic or not. */
export async function projectsIn({ root, workspace }: Root): Promise<readonly AppProject[]> {
  const tree = new DiskTree(root);
  const isWhole = workspace?.folder === root;
  const declarations = {
    folders: isWhole && workspace.isNx ? expand(tree, workspace.patterns) : [],
    prefix: workspace === undefined || isWhole ? '' : pathWithin(workspace.folder, root),
  };
  return (await frameworkIn(tree)?.projects(tree, declarations)) ?? [];
}

function frameworkIn(tree: Tree): Framework | undefined {
  return frameworkOf(dependenciesIn(tree, 'package.json'));
}

export function dependenciesIn(tree: Tree, path: AppPath): ReadonlySet<string> {
  const manifest = readJson(tree, path);
  return new Set(['dependencies', 'devDependencies'].flatMap((key) => Object.keys(objectAt(manifest, key))));
}

/** Where there are several, one that never imports Ionic is none of ours. */
export async function ionicAmong(
  root: string,
  projects: readonly AppProject[],
  asked: Asked,
): Promise<readonly AppProject[]> {
  const ionic = projects.length < 2 ? [] : await usingIonic(new DiskTree(root), projects);
  if (ionic.length === 0) return projects;
  const here = pathWithin(root, asked.folder);
  const other = projects.find((one) => !ionic.includes(one) && one.folder !== '' && contains(one.folder, here));
  if (other && asked.project === undefined)
    throw notIonic(other, ionic, (path) => pathWithin(asked.cwd, join(root, path)));
  return ionic;
}

async function usingIonic(tree: Tree, projects: readonly AppProject[]): Promise<readonly AppProject[]> {
  const framework = frameworkIn(tree);
  const uses = await Promise.all(projects.map(async (project) => framework?.isIonic(tree, project)));
  return projects.filter((_, index) => uses[index] === true);
}

function notIonic(other: AppProject, ionic: readonly AppProject[], fromHere: (path: AppPath) => string): CliError {
  return new CliError('UNSUPPORTED', `${other.name} is not an Ionic app: nothing near its entry file imports Ionic.`, {
    where: { path: other.declaredIn },
    hint: [
      'Name one that is:',
      ...firstOf(ionic.map(({ folder }) => `npx create-identity-vault -C ${fromHere(folder) || '.'}`)),
    ].join('\n'),
  });
}

/**
 * The only project of a file that lists them has its set-up at the root, where its Capacitor is, and keeps it there when
 * a second one is added. Every other has it in the project's folder.
 */
export function homeOf(tree: Tree, { name, folder, isListed }: AppProject, isOneOfSeveral: boolean): AppPath {
  if (isListed && !isOneOfSeveral) return capacitorHome(tree, folder);
  const config = isListed && hasSetUp(tree, '') ? readJson(tree, setupPaths('').config) : undefined;
  return stringAt(config, 'project') === name ? '' : folder;
}

function capacitorHome(tree: Tree, folder: AppPath): AppPath {
  const isAtRoot = findCapacitorConfigs(tree, '').configFiles.length > 0;
  const there = findCapacitorConfigs(tree, folder);
  return isAtRoot || there.configFiles.length === 0 ? '' : there.folder;
}

export function hasSetUp(tree: Tree, home: AppPath): boolean {
  return tree.read(setupPaths(home).state) !== undefined;
}

export function contains(folder: AppPath, path: AppPath): boolean {
  return folder === '' || path === folder || path.startsWith(`${folder}/`);
}
