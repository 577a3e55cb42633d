import { CliError } from '../errors.ts';
import type { Capacitor, Dependency, Tree } from '../types.ts';
import { readJson, stringAt } from '../json.ts';

const configFiles = ['capacitor.config.ts', 'capacitor.config.js', 'capacitor.config.json'];

/** Capacitor as package.json and its configuration files show it. The configuration is never evaluated. */
export async function findCapacitor(tree: Tree, dependencies: ReadonlyMap<string, Dependency>): Promise<Capacitor> {
  const core = dependencies.get('@capacitor/core');
  if (!core) throw noCapacitor(dependencies);
  const found = configFiles.filter((path) => tree.readBytes(path) !== undefined);
  const webDir = await readWebDir(tree, found[0]);
  return {
    // An unreadable range (`catalog:`, a tag) is taken for the oldest supported major: nothing newer is assumed.
    major: core.major ?? 7,
    configFiles: found,
    ...(webDir === undefined ? {} : { webDir }),
  };
}

async function readWebDir(tree: Tree, path: string | undefined): Promise<string | undefined> {
  if (path === undefined) return undefined;
  if (path.endsWith('.json')) return stringAt(readJson(tree, path), 'webDir');
  const { readStringProperty } = await import('../code/read-strings.ts');
  return readStringProperty(tree.read(path) ?? '', 'webDir');
}

function noCapacitor(dependencies: ReadonlyMap<string, Dependency>): CliError {
  const cordova = dependencies.has('cordova-android') || dependencies.has('cordova-ios');
  return new CliError('UNSUPPORTED', 'This app does not use Capacitor: @capacitor/core is not in its package.json.', {
    where: { path: 'package.json' },
    hint: cordova
      ? 'It is a Cordova app. Move it to Capacitor first: https://capacitorjs.com/docs/cordova/migrating-from-cordova-to-capacitor'
      : 'Add Capacitor first: npm install @capacitor/core @capacitor/cli && npx cap init',
  });
}
