// @ts-check
import { copyFileSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { iosHost, withSwift } from './ios-host.mjs';

/** Starts a command with Swift's libraries. */
export const withSwiftCommand = fileURLToPath(new URL('../toolchains/with-swift.sh', import.meta.url));

/** Least share of the lines of the platform layer that the scenarios have to run, in percent. */
const LEAST_COVERAGE = 85;

/** `IOS_BUILD=thread`: watched for races, in place of the lines that are run. */
export const isWatched = process.env['IOS_BUILD'] === 'thread';

/** Of what is built; the names in it are those of `swift build`. */
export const iosBuild = join(iosHost, '.build', isWatched ? 'thread' : 'coverage');
const options = isWatched
  ? ['--sanitize=thread']
  : ['-Xswiftc', '-profile-generate', '-Xswiftc', '-profile-coverage-mapping'];

/** Where each process leaves which lines it ran. */
export const profiles = join(iosBuild, 'profiles');

/** Once in a process. @type {Promise<string> | undefined} */
let built;

/**
 * The app of the fake phone, with the plugin's sources as they are.
 *
 * @returns {Promise<string>} its executable
 */
export function iosApp() {
  built ??= make();
  return built;
}

async function make() {
  await withSwift(['swift', 'build', '--product', 'plugin-host', '--scratch-path', iosBuild, ...options]);
  bundle('App.appex');
  return bundle('App.app');
}

/** @param {string} name of an app, or of an extension @returns {string} its executable */
function bundle(name) {
  const folder = join(iosBuild, name);
  mkdirSync(folder, { recursive: true });
  copyFileSync(join(iosBuild, 'debug/plugin-host'), join(folder, 'App'));
  copyFileSync(join(iosHost, 'Host/Info.plist'), join(folder, 'Info.plist'));
  return join(folder, 'App');
}

/** Before what is to be measured. */
export function forgetProfiles() {
  rmSync(profiles, { recursive: true, force: true });
  mkdirSync(profiles, { recursive: true });
}

/**
 * How much of the platform layer was run since {@link forgetProfiles}.
 *
 * @returns {Promise<string>} in words
 * @throws where it is too little
 */
export async function judgeIosCoverage() {
  const merged = join(profiles, 'merged');
  const raw = readdirSync(profiles).filter((file) => file.endsWith('.profraw'));
  await withSwift(['llvm-profdata', 'merge', '-o', merged, ...raw.map((file) => join(profiles, file))]);
  const report = await withSwift(['llvm-cov', 'export', '-summary-only', `-instr-profile=${merged}`, await iosApp()]);
  // Warnings come before it.
  const { data } = /** @type {Report} */ (JSON.parse(report.slice(report.indexOf('{'))));
  const files = (data[0]?.files ?? []).filter(({ filename }) => /\/(Plugin|IdentityVaultPlugin)\//.test(filename));
  const sum = (/** @type {'count' | 'covered'} */ what) =>
    files.reduce((total, { summary }) => total + summary.lines[what], 0);
  const says = `${sum('covered')} of ${sum('count')} lines of ${files.length} files`;
  if (!((100 * sum('covered')) / sum('count') >= LEAST_COVERAGE)) {
    throw new Error(`${says}; at least ${LEAST_COVERAGE} % is asked for\n${least(files)}`);
  }
  return says;
}

/** @typedef {{ filename: string, summary: { lines: { count: number, covered: number } } }} FileReport */
/** @typedef {{ data: { files: FileReport[] }[] }} Report */

/** The files of which most lines were not run. @param {readonly FileReport[]} files */
function least(files) {
  const rows = files.map(({ filename, summary: { lines } }) => ({ filename, missed: lines.count - lines.covered }));
  return rows
    .sort((one, other) => other.missed - one.missed)
    .slice(0, 10)
    .map(({ filename, missed }) => `${missed} lines of ${filename.split('/').at(-1)}`)
    .join('\n');
}
