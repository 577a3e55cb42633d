import { posix } from 'node:path';
import { CliError } from '../../errors.ts';
import { objectAt, readJson, stringAt } from '../../json.ts';
import type { AppPath, FrameworkFacts, Tree } from '../../types.ts';
import type { Dependencies } from '../framework.ts';
import { chooseProject } from './workspace.ts';

const oldest = 14;
/** Below, starting a standalone component was a preview. */
const oldestStandalone = 15;

/** Follows the code from the build target's entry file to the app's providers and routes. */
export async function detectAngular(
  tree: Tree,
  dependencies: Dependencies,
  wanted: string | undefined,
): Promise<FrameworkFacts> {
  const major = angularMajor(dependencies);
  const { name, sourceRoot, entryFile } = chooseProject(tree, wanted);
  if (tree.read(entryFile) === undefined) {
    throw new CliError('UNSUPPORTED', `${entryFile}, the entry file of project "${name}", is not there.`, {
      where: { path: 'angular.json' },
      hint: 'Correct the build target’s "browser" (or "main") option.',
    });
  }
  const { findWiring } = await import('../../code/angular/find-wiring.ts');
  const { wiring, routes } = findWiring(tree, entryFile, readResolution(tree));
  if (major < oldestStandalone && wiring.bootstrap === 'standalone') throw notYetStandalone(major, entryFile);
  const apiOrigins = await readApiOrigins(tree, sourceRoot);
  return { id: 'angular', major, project: name, sourceRoot, entryFile, wiring, routes, apiOrigins };
}

function notYetStandalone(major: number, path: AppPath): CliError {
  const text = `The app doesn’t start with bootstrapModule(), and it has Angular ${major}: standalone apps are supported from ${oldestStandalone} on.`;
  return new CliError('UNSUPPORTED', text, { where: { path }, hint: updateFirst });
}

const updateFirst = 'Update the app first: https://angular.dev/update-guide';

function angularMajor(dependencies: Dependencies): number {
  const major = dependencies.get('@angular/core')?.major;
  if (major !== undefined && major >= oldest) return major;
  throw new CliError(
    'UNSUPPORTED',
    major === undefined ? 'The version of Angular is not known.' : `Angular ${major} is older than ${oldest}.`,
    {
      where: { path: 'package.json' },
      hint:
        major === undefined
          ? 'Install the app’s dependencies first, or state @angular/core’s version in package.json.'
          : updateFirst,
    },
  );
}

/** How tsconfig.json lets imports be written, as far as a file of the app can be found by it. */
function readResolution(tree: Tree): { paths: Readonly<Record<string, readonly string[]>>; baseUrl?: string } {
  const file = ['tsconfig.json', 'tsconfig.base.json'].find((path) => tree.read(path) !== undefined);
  const options = objectAt(file === undefined ? {} : readJson(tree, file), 'compilerOptions');
  const baseUrl = stringAt(options, 'baseUrl');
  // TypeScript reads the targets from baseUrl; ours are read from the app's root.
  const fromRoot = (target: string) => posix.join(baseUrl ?? '.', target);
  const paths = Object.entries(objectAt(options, 'paths')).map(
    ([alias, targets]) => [alias, Array.isArray(targets) ? targets.filter(isString).map(fromRoot) : []] as const,
  );
  return { paths: Object.fromEntries(paths), ...(baseUrl === undefined ? {} : { baseUrl: posix.normalize(baseUrl) }) };
}

const isString = (value: unknown): value is string => typeof value === 'string';

async function readApiOrigins(tree: Tree, sourceRoot: string): Promise<readonly string[]> {
  const folder = `${sourceRoot}/environments`;
  const files = tree.list(folder).filter((name) => /^environment(\..+)?\.ts$/.test(name));
  if (files.length === 0) return [];
  const { readStringLiterals } = await import('../../code/read-strings.ts');
  const literals = files.flatMap((name) => readStringLiterals(tree.read(`${folder}/${name}`) ?? ''));
  return [...new Set(literals.flatMap(originOf))];
}

function originOf(literal: string): string[] {
  if (!/^https?:\/\//.test(literal) || !URL.canParse(literal)) return [];
  const { origin, protocol, hostname } = new URL(literal);
  // A token never goes over plain http, except to the machine the app is developed on.
  return protocol === 'https:' || hostname === 'localhost' || hostname === '127.0.0.1' ? [origin] : [];
}
