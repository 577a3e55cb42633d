import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, posix } from 'node:path';
import { frameworkWith } from '../../frameworks/find-framework.ts';
import type { TypeChecker } from '../../frameworks/framework.ts';
import type { CliError } from '../../model/errors.ts';
import type { Project } from '../../model/project.ts';
import type { AppPath } from '../../model/tree.ts';
import { uncheckable, type TypeCheck } from '../../model/verification.ts';
import { objectAt, stringAt, type JsonObject } from '../../text/json.ts';

const typeScript: TypeChecker = { package: 'typescript', bin: 'tsc' };

/** Nothing is emitted, and nothing is kept for a next time: no file of the app changes. */
const writeNothing = [
  ...['--noEmit', '--incremental', 'false', '--composite', 'false', '--tsBuildInfoFile', 'null'],
  // With the source, also where nobody looks on.
  ...['--pretty', 'true'],
];

/** @throws CliError `UNSUPPORTED` where the app has no compiler installed, or no tsconfig for its build */
export function findTypeCheck(project: Project): TypeCheck {
  const { root, framework } = project;
  const tsConfig = tsConfigOf(project);
  const checkers = [frameworkWith(framework).typeChecker ?? typeScript, typeScript];
  const [found] = checkers.flatMap((checker) => installed(root, checker) ?? []);
  if (found === undefined) throw notInstalled(checkers, project);
  return {
    compiler: found.compiler,
    tsConfig,
    typed: `${found.bin} -p ${tsConfig} --noEmit`,
    argv: [process.execPath, found.file, '-p', posix.basename(tsConfig), ...writeNothing],
    folder: join(root, dirname(tsConfig)),
  };
}

function tsConfigOf({ framework, tree }: Project): AppPath {
  const { tsConfig, project } = framework;
  if (tsConfig !== undefined && tree.read(tsConfig) !== undefined) return tsConfig;
  throw uncheckable(
    tsConfig === undefined ? `project "${project}" names no tsconfig` : `${tsConfig} is not there`,
    'Name the tsconfig of the app’s build in the options of its build target, or leave out --verify.',
  );
}

interface Installed {
  readonly compiler: string;
  readonly bin: string;
  readonly file: string;
}

function installed(root: string, { package: name, bin }: TypeChecker): Installed | undefined {
  const manifestFile = resolveFrom(root, `${name}/package.json`);
  if (manifestFile === undefined) return undefined;
  const manifest = JSON.parse(readFileSync(manifestFile, 'utf8')) as JsonObject;
  const path = stringAt(objectAt(manifest, 'bin'), bin);
  const file = path === undefined ? undefined : join(dirname(manifestFile), path);
  if (file === undefined || !existsSync(file)) return undefined;
  return { compiler: `${bin} ${stringAt(manifest, 'version') ?? ''}`.trim(), bin, file };
}

function resolveFrom(root: string, name: string): string | undefined {
  try {
    return createRequire(join(root, 'package.json')).resolve(name);
  } catch {
    return undefined;
  }
}

function notInstalled(checkers: readonly TypeChecker[], { packageManager, root }: Project): CliError {
  const names = [...new Set(checkers.map((checker) => checker.package))].join(' or ');
  const pnp = packageManager.name === 'yarn' ? ' With Plug’n’Play the check can’t be run from here.' : '';
  return uncheckable(
    `${names} is not in the node_modules of ${basename(root)}`,
    `Install the app’s dependencies first: ${packageManager.name} install. Or leave out --verify.${pnp}`,
  );
}
