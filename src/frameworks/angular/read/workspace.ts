import { posix } from 'node:path';
import { isObject, type JsonObject, objectAt, stringAt } from '../../../text/json.ts';
import { readJson } from '../../../text/read-json.ts';
import type { AppPath, Tree } from '../../../model/tree.ts';
import type { AppProject, Declarations } from '../../../model/app-project.ts';
import { readBuilds } from './builds.ts';

/** Angular's own file, and the one Nx had instead of it. */
const workspaceFiles = ['angular.json', 'workspace.json'];

/** The applications that angular.json, a project.json or an `nx` key in a package.json declares; libraries are none. */
export function readProjects(tree: Tree, { folders, prefix }: Declarations): AppProject[] {
  const listed = workspaceFiles.flatMap((path) => inWorkspaceFile(tree, path));
  const own = ['', ...folders].flatMap((folder) => inFolder(tree, { folder, prefix }));
  return [...new Map([...listed, ...own].map((project) => [project.name, project])).values()];
}

/** Whether a file near the entry imports Ionic. */
export function importsIonic(tree: Tree, { sourceRoot, entryFile }: AppProject): boolean {
  const near = [sourceRoot, `${sourceRoot}/app`].flatMap((folder) =>
    tree
      .list(folder)
      .filter((name) => /(?<!\.spec)\.ts$/.test(name))
      .map((name) => `${folder}/${name}`),
  );
  return [entryFile, ...near].some((path) => importsFromIonic.test(tree.read(path) ?? ''));
}

/** At the start of a line, so that what is commented out doesn't count. */
const importsFromIonic = /^\s*(?:import|export|\}).*['"]@ionic\/angular/m;

function inWorkspaceFile(tree: Tree, path: AppPath): AppProject[] {
  return Object.entries(objectAt(readJson(tree, path), 'projects')).flatMap(([name, project]) => {
    // Nx names a folder here whose project.json has the rest.
    if (typeof project === 'string') return inFolder(tree, { folder: clean(project), prefix: '', name });
    return isObject(project)
      ? toApplication(project, { name, declaredIn: path, isListed: true, prefix: '', mayInfer: () => false })
      : [];
  });
}

interface DeclaredFolder {
  readonly folder: AppPath;
  readonly prefix: AppPath;
  readonly name?: string;
}

function inFolder(tree: Tree, { folder, prefix, name }: DeclaredFolder): AppProject[] {
  const at = (file: string) => (folder === '' ? file : `${folder}/${file}`);
  const file = at('project.json');
  const project = readJson(tree, file);
  const manifest = readJson(tree, at('package.json'));
  const given =
    name ?? stringAt(project, 'name') ?? stringAt(manifest, 'name') ?? posix.basename(posix.join(prefix, folder));
  const root = posix.join(prefix, folder);
  // Nx's plugins add targets, and for a package.json the type, that no file has.
  const mayInfer = (entryFile: AppPath) => tree.read(entryFile) !== undefined;
  if (project)
    return toApplication({ root, ...project }, { name: given, declaredIn: file, isListed: false, prefix, mayInfer });
  const nx = objectAt(manifest, 'nx');
  if (Object.keys(nx).length === 0) return [];
  const declared = {
    name: stringAt(nx, 'name') ?? given,
    declaredIn: at('package.json'),
    isListed: false,
    prefix,
    mayInfer,
  };
  return toApplication({ root, projectType: 'application', ...nx }, declared);
}

interface Declared extends Pick<AppProject, 'name' | 'declaredIn' | 'isListed'> {
  readonly prefix: AppPath;
  /** Is it an application although it declares no build target? */
  readonly mayInfer: (entryFile: AppPath) => boolean;
}

function toApplication(project: JsonObject, { prefix, mayInfer, ...declared }: Declared): AppProject[] {
  const targets = isObject(project['architect']) ? project['architect'] : objectAt(project, 'targets');
  if (stringAt(project, 'projectType') !== 'application') return [];
  const options = objectAt(targets['build'], 'options');
  const root = clean(stringAt(project, 'root') ?? '');
  const read = (path: string) => fromRoot(path.replace('{projectRoot}', root).replace('{workspaceRoot}', '.'), prefix);
  const sourceRoot = stringAt(project, 'sourceRoot') ?? (root === '' ? 'src' : `${root}/src`);
  // Both builders default to main.ts in the source root when the option is left out.
  const entryFile = read(stringAt(options, 'browser') ?? stringAt(options, 'main') ?? `${sourceRoot}/main.ts`);
  if (!isObject(targets['build']) && !mayInfer(entryFile)) return [];
  const tsConfig = stringAt(options, 'tsConfig');
  return [
    {
      ...declared,
      folder: read(root),
      sourceRoot: read(sourceRoot),
      entryFile,
      ...(tsConfig === undefined ? {} : { tsConfig: read(tsConfig) }),
      ...readBuilds(targets, read),
    },
  ];
}

/** Nx writes every path from the workspace's root, also for a package that has its dependencies to itself. */
function fromRoot(path: string, prefix: AppPath): AppPath {
  return clean(prefix === '' ? path : posix.relative(prefix, clean(path)));
}

function clean(path: string): AppPath {
  const normal = posix.normalize(path).replace(/\/+$/, '');
  return normal === '.' ? '' : normal;
}
