import { CliError } from '../errors.ts';
import { detectFramework } from '../frameworks/frameworks.ts';
import type { PluginSource, Project } from '../types.ts';
import { readDependencies } from './dependencies.ts';
import { findCapacitor } from './find-capacitor.ts';
import { findNativeProjects } from './native-projects.ts';
import { findFormatter } from './load-formatter.ts';
import type { Opened } from './open.ts';
import { detectPackageManager } from './package-manager.ts';
import { readJson, stringAt } from '../json.ts';

/** What inspection can't find in the app itself. */
export interface Hints {
  /** The project of angular.json that was asked for. */
  readonly project?: string | undefined;
  readonly pluginSource: PluginSource;
  readonly toolVersion: string;
}

/**
 * Reads every fact about the app, following the code from the build target's entry file.
 * @throws CliError `UNSUPPORTED` with the reason when this is no app the tool can work on.
 */
export async function inspect(opened: Opened, hints: Hints): Promise<Project> {
  const { root, tree, setup } = opened;
  const packageJson = readJson(tree, 'package.json') ?? {};
  const dependencies = readDependencies(tree, packageJson);
  const framework = await detectFramework(tree, dependencies, hints.project);
  return {
    root,
    tree,
    setup,
    packageName: stringAt(packageJson, 'name') ?? '',
    dependencies,
    packageManager: await detectPackageManager(root),
    capacitor: await findCapacitor(tree, dependencies),
    ionicMajor: ionicMajorOf(dependencies),
    native: findNativeProjects(tree),
    formatter: findFormatter(root, dependencies),
    pluginSource: hints.pluginSource,
    toolVersion: hints.toolVersion,
    framework,
  };
}

function ionicMajorOf(dependencies: Project['dependencies']): number {
  const ionic = dependencies.get('@ionic/angular');
  if (ionic?.major !== undefined) return ionic.major;
  throw new CliError('UNSUPPORTED', 'The version of @ionic/angular is not known.', {
    where: { path: 'package.json' },
    hint: 'Install the app’s dependencies first, or state the version in package.json.',
  });
}
