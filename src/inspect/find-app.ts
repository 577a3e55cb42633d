import { existsSync, realpathSync } from 'node:fs';
import { join, relative } from 'node:path';
import { CliError } from '../errors.ts';
import type { AppProject } from '../frameworks/framework.ts';
import { frameworkOf } from '../frameworks/frameworks.ts';
import { objectAt, readJson, stringAt } from '../json.ts';
import { inHome, setupPaths } from '../state.ts';
import type { AppPath, Tree } from '../types.ts';
import { chooseOne, type Candidate } from './choose-app.ts';
import { DiskTree } from './disk-tree.ts';
import { nearestPackage } from './nearest-package.ts';
import { expand, findWorkspace, usualPlaces, type Workspace } from './workspace.ts';

/** What was asked for on the command line, or where it was asked from. */
export interface Asked {
  /** The folder to work in. */
  readonly folder: string;
  /** Where the command is run: paths in messages are relative to it. */
  readonly cwd: string;
  readonly project?: string | undefined;
}

/** Where one app is. */
export interface Found {
  /** The folder of the package.json with the app's dependencies. */
  readonly root: string;
  readonly home: AppPath;
  readonly project?: AppProject;
  readonly workspace?: Workspace;
}

/**
 * The app that is meant: the one the folder is in, the one named, or the only one.
 * @throws CliError `ANSWER_NEEDED` with a command for each when there are several; `UNSUPPORTED` without package.json.
 */
export async function findApp(asked: Asked): Promise<Found> {
  if (!existsSync(asked.folder)) {
    throw new CliError('USAGE', `There is no folder ${asked.folder}.`, { hint: 'Check the value of --cwd.' });
  }
  const folder = realpathSync(asked.folder);
  const nearest = nearestPackage(folder);
  const here = { ...asked, folder };
  if (nearest === undefined) return (await findBelow(folder, here)) ?? throwNoPackage();
  const workspace = await findWorkspace(nearest);
  const root = rootOf(nearest, workspace, folder);
  const place = { root, ...(workspace === undefined ? {} : { workspace }) };
  const projects = projectsIn(place);
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
function rootOf(nearest: string, workspace: Workspace | undefined, folder: string): string {
  if (!workspace || workspace.folder === nearest || frameworkIn(nearest)) return nearest;
  const isIn = projectsIn({ root: workspace.folder, workspace }).some((project) =>
    contains(project.folder, pathWithin(workspace.folder, folder)),
  );
  return isIn ? workspace.folder : nearest;
}

function frameworkIn(folder: string): ReturnType<typeof frameworkOf> {
  return frameworkOf(dependenciesIn(new DiskTree(folder)));
}

function dependenciesIn(tree: Tree): ReadonlySet<string> {
  const manifest = readJson(tree, 'package.json');
  return new Set(['dependencies', 'devDependencies'].flatMap((key) => Object.keys(objectAt(manifest, key))));
}

type Root = Pick<Found, 'root' | 'workspace'>;

function projectsIn({ root, workspace }: Root): readonly AppProject[] {
  const tree = new DiskTree(root);
  const framework = frameworkOf(dependenciesIn(tree));
  if (!framework) return [];
  const isWhole = workspace?.folder === root;
  return framework.projects(tree, {
    folders: isWhole && workspace.isNx ? expand(tree, workspace.patterns) : [],
    prefix: workspace === undefined || isWhole ? '' : pathWithin(workspace.folder, root),
  });
}

/** Where there are several, one that never imports Ionic is none of ours. */
function chooseIonic(root: string, projects: readonly AppProject[], { folder, cwd }: Asked): readonly AppProject[] {
  const tree = new DiskTree(root);
  const framework = frameworkIn(root);
  const ionic = projects.length < 2 ? [] : projects.filter((project) => framework?.isIonic(tree, project));
  if (ionic.length === 0) return projects;
  const here = pathWithin(root, folder);
  const other = projects.find((one) => !ionic.includes(one) && one.folder !== '' && contains(one.folder, here));
  if (!other) return ionic;
  throw new CliError('UNSUPPORTED', `${other.name} is not an Ionic app: nothing in it imports Ionic.`, {
    where: { path: other.declaredIn },
    hint: [
      'Name the app that is:',
      ...ionic.map((one) => `  npx create-identity-vault -C ${pathWithin(cwd, join(root, one.folder)) || '.'}`),
    ].join('\n'),
  });
}

function chooseProject(place: Root, projects: readonly AppProject[], asked: Asked): Found {
  const { root } = place;
  const tree = new DiskTree(root);
  const candidates = chooseIonic(root, projects, asked).map((project) => {
    const home = homeOf(tree, project, projects.length > 1);
    return { value: { ...place, project, home }, name: project.name, folder: join(root, home), ...marks(tree, home) };
  });
  return chooseOne(candidates, asked, { path: projects[0]?.declaredIn ?? 'package.json' });
}

/**
 * The only project of an angular.json has its set-up at the root, and keeps it there when a second one is added. Every
 * other has it in the project's folder.
 */
function homeOf(tree: Tree, { name, folder, declaredIn }: AppProject, isOneOfSeveral: boolean): AppPath {
  const isAngular = /^(angular|workspace)\.json$/.test(declaredIn);
  if (isAngular && !isOneOfSeveral) return '';
  const config = isAngular ? readJson(tree, setupPaths('').config) : undefined;
  return stringAt(config, 'project') === name ? '' : folder;
}

/** Packages below a folder that are Ionic apps with their own dependencies. */
async function findBelow(base: string, asked: Asked): Promise<Found | undefined> {
  const tree = new DiskTree(base);
  const workspace = await findWorkspace(base);
  const globs = workspace?.folder === base ? [...workspace.patterns, ...usualPlaces] : usualPlaces;
  const apps = appsAmong(tree, expand(tree, globs));
  const candidates = apps.map((path): Candidate<string> => {
    const name = stringAt(readJson(tree, `${path}/package.json`), 'name') ?? path;
    return { value: join(base, path), name, folder: join(base, path), ...marks(tree, path) };
  });
  if (candidates.length === 0) return undefined;
  if (listsIonic(base)) throw decoy(candidates, asked);
  const [only, second] = candidates;
  if (only && !second && only.name !== asked.project) return findApp({ ...asked, folder: only.value });
  const folder = chooseOne(candidates, asked, { path: 'package.json' });
  return findApp({ ...asked, folder, project: undefined });
}

const ionic = /"@ionic\/(?:angular|react|vue)"\s*:/;
const appFiles = /^(angular\.json|project\.json|ionic\.config\.json|capacitor\.config\.(ts|js|json))$/;

/** A library lists Ionic too; an app has a file that only apps have. Apps we can set up come first. */
function appsAmong(tree: Tree, paths: readonly AppPath[]): AppPath[] {
  const listed = paths.filter((path) => ionic.test(tree.read(`${path}/package.json`) ?? ''));
  const apps = listed.filter((path) => tree.list(path).some((name) => appFiles.test(name)));
  const known = (apps.length > 0 ? apps : listed).filter((path) =>
    (tree.read(`${path}/package.json`) ?? '').includes('"@ionic/angular"'),
  );
  if (known.length > 0) return known;
  return apps.length > 0 ? apps : listed;
}

function listsIonic(folder: string): boolean {
  return ionic.test(new DiskTree(folder).read('package.json') ?? '');
}

/** An app that nothing below it can be meant instead of: it has the dependencies and a configuration for them. */
function isAppItself(folder: string): boolean {
  const tree = new DiskTree(folder);
  const hasConfig = tree.list('').some((name) => /^(ionic|capacitor)\.config\.(ts|js|json)$/.test(name));
  return hasConfig && /"(@ionic\/(angular|react|vue)|@capacitor\/core)"\s*:/.test(tree.read('package.json') ?? '');
}

/** What is listed here says that somebody installed into the wrong folder: which one is meant has to be said. */
function decoy(candidates: readonly Candidate<string>[], { cwd }: Asked): CliError {
  const paths = candidates.map(({ folder }) => pathWithin(cwd, folder));
  const what = 'package.json here lists Ionic, but has no app that is built';
  return new CliError('ANSWER_NEEDED', `${what}: ${paths.join(', ')} below it ${paths.length === 1 ? 'is one' : 'are'}.`, {
    where: { path: 'package.json' },
    hint: ['Name it:', ...paths.map((path) => `  npx create-identity-vault -C ${path}`)].join('\n'),
  });
}

function marks(tree: Tree, home: AppPath): { readonly isSetUp: boolean } {
  return { isSetUp: tree.read(setupPaths(home).state) !== undefined };
}

function pathWithin(root: string, folder: string): AppPath {
  return relative(root, folder).replaceAll('\\', '/');
}

function contains(folder: AppPath, path: AppPath): boolean {
  return folder === '' || path === folder || path.startsWith(inHome(folder, ''));
}
