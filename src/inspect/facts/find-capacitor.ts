import type { Capacitor, Dependency } from '../../model/project.ts';
import type { AppPath, Tree } from '../../model/tree.ts';
import { stringAt } from '../../text/json.ts';
import { readJson } from '../../text/read-json.ts';
import { inHome } from '../../state/setup-paths.ts';

/** In the order Capacitor's CLI looks for them; it reads the first. */
const configFiles = ['capacitor.config.ts', 'capacitor.config.js', 'capacitor.config.json'];

/** Where the configuration is: with the app, else at the root. Copies inside the native projects are none. */
export function findCapacitorConfigs(tree: Tree, home: AppPath): Pick<Capacitor, 'folder' | 'configFiles'> {
  const [found] = [home, '']
    .map((folder) => ({ folder, configFiles: configsIn(tree, folder) }))
    .filter((place) => place.configFiles.length > 0);
  return found ?? { folder: home, configFiles: [] };
}

function configsIn(tree: Tree, folder: AppPath): AppPath[] {
  return configFiles.map((name) => inHome(folder, name)).filter((path) => tree.readBytes(path) !== undefined);
}

/** Capacitor as package.json and its configuration files show it. The configuration is never evaluated. */
export async function findCapacitor(
  tree: Tree,
  home: AppPath,
  dependencies: ReadonlyMap<string, Dependency>,
): Promise<Capacitor> {
  const place = findCapacitorConfigs(tree, home);
  const [configFile] = place.configFiles;
  const webDir = await readText(tree, configFile, 'webDir');
  const appId = await readText(tree, configFile, 'appId');
  return {
    // An unreadable range (a tag, an address) is taken for the oldest supported major: nothing newer is assumed.
    major: dependencies.get('@capacitor/core')?.major ?? 7,
    ...place,
    ...(webDir === undefined ? {} : { webDir }),
    ...(appId === undefined ? {} : { appId }),
  };
}

async function readText(tree: Tree, path: string | undefined, name: 'webDir' | 'appId'): Promise<string | undefined> {
  if (path === undefined) return undefined;
  if (path.endsWith('.json')) return stringAt(readJson(tree, path), name);
  const { readStringProperty } = await import('../../code/read-strings.ts');
  return readStringProperty(tree.read(path) ?? '', name);
}
