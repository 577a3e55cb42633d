import { CliError } from '../model/errors.ts';
import { frameworkOf } from '../frameworks/find-framework.ts';
import type { PluginSource, Project } from '../model/project.ts';
import { readDependencies } from './facts/dependencies.ts';
import { findCapacitor, findCapacitorConfigs } from './facts/find-capacitor.ts';
import { findNativeProjects } from './facts/native-projects.ts';
import { findFormatter } from './facts/load-formatter.ts';
import type { Opened } from './open.ts';
import { detectPackageManager } from './facts/package-manager.ts';
import { findPnp } from './facts/pnp.ts';
import { refuseUnsupported } from './facts/refusals.ts';
import { stringAt } from '../text/json.ts';
import { readJson } from '../text/read-json.ts';

/** What inspection can't find in the app itself. */
interface Hints {
  readonly pluginSource: PluginSource;
  readonly toolVersion: string;
}

/**
 * Reads every fact about the app, following the code from the build target's entry file.
 * @throws CliError `UNSUPPORTED` with the reason when this is no app the tool can work on.
 */
export async function inspect(opened: Opened, hints: Hints): Promise<Project> {
  const { root, home, tree, setup, project, workspace } = opened;
  const packageJson = readJson(tree, 'package.json') ?? {};
  const packageManager = detectPackageManager(root, workspace?.folder);
  const above = foldersAbove(packageManager.folders);
  const dependencies = await readDependencies(tree, above);
  const { configFiles: capacitorConfigs, folder } = findCapacitorConfigs(tree, home);
  refuseUnsupported({
    dependencies,
    manifest: packageJson,
    files: tree.list(''),
    capacitorConfigs,
    project,
    packageManager: packageManager.name,
  });
  const known = frameworkOf(dependencies);
  if (!known || !project) throw new CliError('INTERNAL', 'An app was accepted that no framework knows.');
  const ionicMajor = ionicMajorOf(dependencies, known.ionicPackage);
  return {
    root,
    home,
    tree,
    setup,
    packageName: stringAt(packageJson, 'name') ?? '',
    dependencies,
    packageManager,
    capacitor: await findCapacitor(tree, home, dependencies),
    ionicMajor,
    native: findNativeProjects(tree, folder),
    formatter: findFormatter({ root, isPnp: findPnp(tree, ['', ...above]) !== undefined }, dependencies),
    pluginSource: hints.pluginSource,
    toolVersion: hints.toolVersion,
    framework: await known.inspect(tree, dependencies, project),
  };
}

/** `../`, `../../` and so on, as the root sees them, up to the repository: there, too, tools are listed and installed. */
function foldersAbove([, ...above]: readonly string[]): string[] {
  return above.map((_, level) => '../'.repeat(level + 1));
}

function ionicMajorOf(dependencies: Project['dependencies'], ionicPackage: string): number {
  const ionic = dependencies.get(ionicPackage);
  if (ionic?.major !== undefined) return ionic.major;
  throw new CliError('UNSUPPORTED', `The version of ${ionicPackage} is not known.`, {
    where: { path: 'package.json' },
    hint: 'Install the app’s dependencies first, or state the version in package.json.',
  });
}
