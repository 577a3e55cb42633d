import { existsSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { CliError } from '../../model/errors.ts';
import type { AppProject } from '../../model/app-project.ts';
import type { AppPath } from '../../model/tree.ts';
import type { Asked } from './asked.ts';
import { appsBelow, decoy, isAppItself, listsIonic } from './apps-below.ts';
import { chooseOne, type Candidate } from './choose-app.ts';
import { DiskTree } from '../disk-tree.ts';
import { nearestPackage } from './nearest-package.ts';
import { pathWithin } from './path-within.ts';
import { contains, hasSetUp, homeOf, ionicAmong, projectsIn, type Root } from './projects-in.ts';
import { findWorkspace, type Workspace } from './workspace.ts';

/** Where one app is. */
export interface Found extends Root {
  readonly home: AppPath;
  readonly project?: AppProject;
}

/**
 * The app that is meant: the one named, the one the folder is in, or the only one.
 * @throws CliError `ANSWER_NEEDED` with a command for each when there are several; `UNSUPPORTED` without package.json.
 */
export async function findApp(asked: Asked): Promise<Found> {
  if (!existsSync(asked.folder)) {
    throw new CliError('USAGE', `There is no folder ${asked.folder}.`, { hint: 'Check the value of --cwd.' });
  }
  const folder = realpathSync(asked.folder);
  const here = { ...asked, folder };
  const nearest = nearestPackage(folder);
  if (nearest === undefined) return (await findBelow(folder, here)) ?? throwNoPackage();
  const workspace = await findWorkspace(nearest);
  const root = await rootOf(nearest, workspace, folder);
  const place = { root, ...(workspace === undefined ? {} : { workspace }) };
  const projects = await projectsIn(place);
  if (projects.length > 0) return chooseProject(place, projects, here);
  const below = nearest === folder && !isAppItself(root) ? await findBelow(root, here) : undefined;
  return below ?? { ...place, home: '' };
}

function throwNoPackage(): never {
  throw new CliError('UNSUPPORTED', 'There is no package.json here or above.', {
    hint: 'Run the command in the folder of your Ionic app, or name it with --cwd.',
  });
}

/** In Nx a project may have a package.json of its own and its dependencies in the workspace's. */
async function rootOf(nearest: string, workspace: Workspace | undefined, folder: string): Promise<string> {
  if (!workspace || workspace.folder === nearest || listsIonic(new DiskTree(nearest))) return nearest;
  const here = pathWithin(workspace.folder, folder);
  const projects = await projectsIn({ root: workspace.folder, workspace });
  const isIn = projects.some((project) => contains(project.folder, here));
  return isIn ? workspace.folder : nearest;
}

async function chooseProject(place: Root, projects: readonly AppProject[], asked: Asked): Promise<Found> {
  const { root } = place;
  const tree = new DiskTree(root);
  const ionic = await ionicAmong(root, projects, asked);
  const candidates = ionic.map((project): Candidate<Found> => {
    const home = homeOf(tree, project, projects.length > 1);
    const value = { ...place, project, home };
    return { value, name: project.name, folder: join(root, home), isSetUp: hasSetUp(tree, home) };
  });
  const [declaredIn, ...others] = new Set(ionic.map((project) => project.declaredIn));
  return chooseOne(candidates, asked, { path: others.length === 0 && declaredIn ? declaredIn : 'nx.json' });
}

/** Packages below a folder that are Ionic apps with their own dependencies. */
async function findBelow(base: string, asked: Asked): Promise<Found | undefined> {
  const candidates = await appsBelow(base);
  const [only, second] = candidates;
  if (!only) return undefined;
  if (listsIonic(new DiskTree(base))) throw decoy(candidates, asked);
  // A project of the only app may be named, too.
  if (!second && only.name !== asked.project) return findApp({ ...asked, folder: only.value });
  const folder = chooseOne(candidates, asked, { path: 'package.json' });
  return findApp({ ...asked, folder, project: undefined });
}
