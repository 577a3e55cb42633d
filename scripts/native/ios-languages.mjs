// @ts-check
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { iosApp, iosBuild } from './ios-app.mjs';
import { iosHost, withSwift } from './ios-host.mjs';

const ios = fileURLToPath(new URL('../../native-plugin/ios', import.meta.url));
const sources = join(ios, 'Sources');

/** Apps build the plugin as they are built themselves. */
export const SWIFT_MODES = /** @type {const} */ (['5', '6']);

/**
 * How the sources are put into modules: three with the Swift package manager, one with CocoaPods.
 *
 * @type {Readonly<Record<string, { readonly folder: string, readonly flags: readonly string[] }>>}
 */
export const MODULES = {
  VaultCore: { folder: 'VaultCore', flags: ['-D', 'SWIFT_PACKAGE'] },
  VaultBridge: { folder: 'VaultBridge', flags: ['-D', 'SWIFT_PACKAGE'] },
  IdentityVaultPlugin: { folder: 'IdentityVaultPlugin', flags: ['-D', 'SWIFT_PACKAGE'] },
  CapacitorIdentityVault: { folder: '.', flags: [] },
};

/**
 * Parses and checks a module of the plugin against the fakes of Apple's modules. A warning counts as an error.
 *
 * @param {string} name of {@link MODULES}
 * @param {'5' | '6'} mode the language mode
 * @param {readonly string[]} [more] files that are checked as part of it
 * @throws where it does not compile
 */
export async function typeCheck(name, mode, more = []) {
  const { folder, flags } = MODULES[name] ?? { folder: name, flags: [] };
  await iosApp();
  const files = [...swiftFilesIn(join(sources, folder)), ...more];
  const options = ['-swift-version', mode, '-warnings-as-errors', '-module-name', name, ...flags];
  await withSwift(['swiftc', '-typecheck', ...options, ...importable(), ...files]);
}

/** What the build of the app made of the fakes. */
function importable() {
  const maps = [
    join(iosBuild, 'debug/VirtualTime.build/module.modulemap'),
    join(ios, 'TestSupport/COpenSSL/module.modulemap'),
  ];
  return ['-I', join(iosBuild, 'debug/Modules'), ...maps.flatMap((map) => ['-Xcc', `-fmodule-map-file=${map}`])];
}

/** Everything of the phone that is written in Swift, but for what `swift.mjs` looks at. */
export const FORMATTED = [join(sources, 'IdentityVaultPlugin'), ...['Fakes', 'Host', 'Package.swift'].map(inHost)];

/**
 * @param {readonly string[]} parts files and folders
 * @throws where one is not as `swift format` has it
 */
export async function lintFormat(parts) {
  const configuration = ['--configuration', join(ios, '.swift-format')];
  await withSwift(['swift', 'format', 'lint', '--strict', '--recursive', ...configuration, ...parts]);
}

/** @param {string} name */
function inHost(name) {
  return join(iosHost, name);
}

/** @param {string} folder */
function swiftFilesIn(folder) {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return files.filter((file) => file.endsWith('.swift')).map((file) => join(folder, file));
}
