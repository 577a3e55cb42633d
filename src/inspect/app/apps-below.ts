import { join } from 'node:path';
import { frameworkOf } from '../../frameworks/find-framework.ts';
import { frameworks } from '../../frameworks/frameworks.ts';
import { CliError } from '../../model/errors.ts';
import { stringAt } from '../../text/json.ts';
import { readJson } from '../../text/read-json.ts';
import type { AppPath, Tree } from '../../model/tree.ts';
import { firstOf, type Candidate } from './choose-app.ts';
import { DiskTree } from '../disk-tree.ts';
import { ionicPackages } from '../facts/ionic-packages.ts';
import type { Asked } from './asked.ts';
import { pathWithin } from './path-within.ts';
import { dependenciesIn, hasSetUp } from './projects-in.ts';
import { expand, findWorkspace, usualPlaces } from './workspace.ts';

/** Of Nx, Ionic and Capacitor; each framework may have more. */
const ownFiles = [
  /^(project\.json|ionic\.config\.json|capacitor\.config\.(ts|js|json))$/,
  ...Object.values(frameworks).map((framework) => framework.ownFiles),
];

/** Packages below a folder that are Ionic apps: where its workspace has packages, and where apps usually are. */
export async function appsBelow(base: string): Promise<Candidate<string>[]> {
  const tree = new DiskTree(base);
  const workspace = await findWorkspace(base);
  // A folder that only holds projects may hold them one deeper: frontend/app.
  const places = tree.list('').includes('package.json') ? usualPlaces : [...usualPlaces, '*/*'];
  const globs = workspace?.folder === base ? [...workspace.patterns, ...usualPlaces] : places;
  return appsAmong(tree, expand(tree, globs)).map((path) => {
    const folder = join(base, path);
    const name = stringAt(readJson(tree, `${path}/package.json`), 'name') ?? path;
    return { value: folder, name, folder, isSetUp: hasSetUp(tree, path) };
  });
}

/** A library lists Ionic too; an app has a file that only apps have. Apps that can be set up go before others. */
function appsAmong(tree: Tree, paths: readonly AppPath[]): readonly AppPath[] {
  const listed = paths.filter((path) => listsIonic(tree, `${path}/package.json`));
  const apps = listed.filter((path) => tree.list(path).some((name) => ownFiles.some((pattern) => pattern.test(name))));
  const likely = apps.length > 0 ? apps : listed;
  const known = likely.filter((path) => frameworkOf(dependenciesIn(tree, `${path}/package.json`)) !== undefined);
  return known.length > 0 ? known : likely;
}

/** Does a package.json depend on Ionic? Most don't so much as mention it, and are not parsed. */
export function listsIonic(tree: Tree, path: AppPath = 'package.json'): boolean {
  if (!tree.read(path)?.includes('"@ionic/')) return false;
  const dependencies = dependenciesIn(tree, path);
  return ionicPackages.some((name) => dependencies.has(name));
}

/** An app that nothing below it can be meant instead of: it has the dependencies and a configuration for them. */
export function isAppItself(folder: string): boolean {
  const tree = new DiskTree(folder);
  const hasConfig = tree.list('').some((name) => /^(ionic|capacitor)\.config\.(ts|js|json)$/.test(name));
  return hasConfig && (listsIonic(tree) || dependenciesIn(tree, 'package.json').has('@capacitor/core'));
}

/** A package.json that lists Ionic for no app of its own: somebody installed into the wrong folder. */
export function decoy(candidates: readonly Candidate<string>[], { cwd }: Asked): CliError {
  const paths = candidates.map(({ folder }) => pathWithin(cwd, folder));
  const message = `package.json lists Ionic, but no app is built here; there ${paths.length === 1 ? 'is one' : 'are some'} below.`;
  return new CliError('ANSWER_NEEDED', message, {
    where: { path: 'package.json' },
    hint: ['Name the one you mean:', ...firstOf(paths.map((path) => `npx create-identity-vault -C ${path}`))].join(
      '\n',
    ),
  });
}
