// @ts-check
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from '../../lib/steps.mjs';
import { cacheFolder } from '../cache-folder.mjs';
import { compileJava, javaFiles } from '../compile-java.mjs';
import { phoneHost, phoneLibraries } from './phone-libraries.mjs';
import { javaFor, systemFolder } from './systems.mjs';

const plugin = fileURLToPath(new URL('../../../native-plugin/android/src/main', import.meta.url));

/** @typedef {7 | 8} Capacitor the major version */

/** What starts a phone. @typedef {(sdk: number) => readonly string[]} PhoneCommand */

/** @type {Map<Capacitor, Promise<ReturnType<typeof partsOf>>>} */
const built = new Map();

/**
 * The app with the plugin as it is, and a phone for it. Once in a process.
 *
 * @param {Capacitor} [capacitor]
 * @returns {Promise<PhoneCommand>}
 */
export async function androidPhone(capacitor = 8) {
  const { app, host, ids, capacitorClasses, path } = await androidClasses(capacitor);
  return (sdk) => command({ sdk, app: [app, capacitorClasses, ids], path: [host, ids, ...path] });
}

/**
 * The same with a screen that is drawn, by Android's own graphics.
 *
 * @returns {Promise<PhoneCommand>}
 */
export async function androidScreen() {
  const { app, host, ids, capacitorClasses, path } = await androidClasses();
  const graphics = join(cacheFolder('android-graphics', [join(phoneHost, '../graphics.txt')]), 'graphics.jar');
  const parts = { app: [app, capacitorClasses, ids], path: [host, graphics, ids, ...path] };
  return (sdk) => command({ ...parts, sdk, graphics: 'NATIVE' });
}

/**
 * The plugin as it is, compiled; what was compiled already is left alone.
 *
 * @param {Capacitor} [capacitor]
 */
export function androidClasses(capacitor = 8) {
  const known = built.get(capacitor) ?? make(capacitor);
  built.set(capacitor, known);
  return known;
}

/** @param {Capacitor} capacitor */
async function make(capacitor) {
  const parts = partsOf(phoneLibraries(), capacitor);
  const stamp = join(parts.target, 'sources.sha256');
  const places = ['app', 'assets', 'src', 'AndroidManifest.xml'].map((name) => join(phoneHost, name));
  const sources = `${parts.libraries} ${digestOf([plugin, ...places])}`;
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== sources) {
    await build(parts);
    writeFileSync(stamp, sources);
  }
  return parts;
}

/**
 * Folders of compiled classes, and what they are compiled against.
 *
 * @param {string} libraries
 * @param {Capacitor} capacitor
 */
function partsOf(libraries, capacitor) {
  const target = join(phoneHost, 'target', String(capacitor));
  const jars = readdirSync(join(libraries, 'classes')).map((name) => join(libraries, 'classes', name));
  const [system = ''] = readdirSync(join(libraries, 'compile')).map((name) => join(libraries, 'compile', name));
  const [ids, app, host] = [join(target, 'id-classes'), join(target, 'app'), join(target, 'host')];
  const capacitorClasses = join(libraries, 'capacitor', String(capacitor));
  return { libraries, target, ids, app, host, capacitorClasses, system, path: [...jars, system] };
}

/** @param {ReturnType<typeof partsOf>} parts */
async function build({ libraries, target, ids, app, host, capacitorClasses, path }) {
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  const resources = await link(libraries, target);
  await compileJava(javaFiles(join(target, 'ids')), ids, path);
  const pluginFiles = [join(plugin, 'java'), join(phoneHost, 'app')].flatMap(javaFiles);
  await compileJava(pluginFiles, app, [ids, capacitorClasses, ...path]);
  await compileJava(javaFiles(join(phoneHost, 'src')), host, [ids, ...path]);
  writeProperties(host, resources);
}

/**
 * Of names and contents.
 *
 * @param {readonly string[]} places files and folders
 */
function digestOf(places) {
  const digest = createHash('sha256');
  for (const place of places) {
    const isFolder = statSync(place).isDirectory();
    const names = isFolder ? readdirSync(place, { recursive: true, encoding: 'utf8' }).sort() : [''];
    for (const file of names.map((name) => join(place, name))) {
      if (statSync(file).isFile()) digest.update(file).update('\0').update(readFileSync(file));
    }
  }
  return digest.digest('hex');
}

/**
 * Resources of the plugin, of Capacitor and of androidx, in one file, and a class with their ids.
 *
 * @param {string} libraries
 * @param {string} target
 */
async function link(libraries, target) {
  const own = join(target, 'plugin.zip');
  await run(['aapt2', 'compile', '--dir', join(plugin, 'res'), '-o', own], { cwd: target });
  const others = readdirSync(join(libraries, 'resources')).map((name) => join(libraries, 'resources', name));
  const linked = join(target, 'app.apk');
  await run(
    [
      'aapt2',
      ...['link', '-o', linked, '-I', join(libraries, 'system.apk'), '-A', join(phoneHost, 'assets')],
      ...['--manifest', join(phoneHost, 'AndroidManifest.xml'), '--java', join(target, 'ids'), '--non-final-ids'],
      ...['--auto-add-overlay', '--no-version-vectors', '-0', 'arsc'],
      ...['--extra-packages', `dev.identityvault.capacitor:${readPackages(libraries)}`],
      ...[...others, own].flatMap((file) => ['-R', file]),
    ],
    { cwd: target },
  );
  return linked;
}

/** @param {string} libraries */
function readPackages(libraries) {
  return readdirSync(join(libraries, 'ids'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('R.java'))
    .map((file) => file.slice(0, -'/R.java'.length).replaceAll('/', '.'))
    .filter((name) => name !== 'com.example.app')
    .join(':');
}

/**
 * Where Robolectric finds the app's manifest and resources.
 *
 * @param {string} host
 * @param {string} resources
 */
function writeProperties(host, resources) {
  const folder = join(host, 'com/android/tools');
  mkdirSync(folder, { recursive: true });
  const lines = {
    android_merged_manifest: join(phoneHost, 'AndroidManifest.xml'),
    android_resource_apk: resources,
    android_custom_package: 'com.example.app',
  };
  const text = Object.entries(lines).map(([name, value]) => `${name}=${value}\n`);
  writeFileSync(join(folder, 'test_config.properties'), text.join(''));
}

/** @param {{ sdk: number, app: readonly string[], path: readonly string[], graphics?: string }} parts */
function command({ sdk, app, path, graphics = 'LEGACY' }) {
  return [
    ...[javaFor(sdk), '-XX:+UseSerialGC', '-Xshare:auto', '-Dfile.encoding=UTF-8'],
    // The key of a cipher that a prompt is shown for.
    ...['--add-opens', 'java.base/javax.crypto=ALL-UNNAMED', '--add-opens', 'java.base/java.lang=ALL-UNNAMED'],
    ...['-Drobolectric.offline=true', `-Drobolectric.dependency.dir=${systemFolder(sdk)}`],
    ...[`-Drobolectric.graphicsMode=${graphics}`, '-Drobolectric.sqliteMode=LEGACY', '-Drobolectric.logging=stderr'],
    ...[`-Drobolectric.enabledSdks=${sdk}`, `-Dphone.app=${app.join(delimiter)}`],
    ...['-cp', path.join(delimiter), 'dev.identityvault.phone.host.Main'],
  ];
}
