// @ts-check
import { existsSync, readFileSync, readdirSync, realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { findCommand } from '../../lib/toolchains.mjs';

/** Where Linux, macOS, SDKMAN and IDEs put one folder for each Java. */
const PLACES = ['/usr/lib/jvm', '/opt', '/opt/java', '/Library/Java/JavaVirtualMachines'];
const OF_USER = ['.sdkman/candidates/java', '.jdks', '.jdk'];

/**
 * The oldest Java that is new enough: it is the one that libraries know best.
 *
 * @param {number} least its major version
 * @param {readonly string[]} [homes] folders that may have one
 * @returns {string} its folder
 * @throws where there is none, with the places that were looked at
 */
export function javaHome(least, homes = javaHomes()) {
  const found = homes.map((home) => ({ home, version: majorOf(home) }));
  const enough = found.filter(({ version }) => version >= least).sort((a, b) => a.version - b.version);
  if (enough[0] !== undefined) return enough[0].home;
  const others = found.filter(({ version }) => version > 0).map(({ home, version }) => `Java ${version} in ${home}`);
  throw new Error(
    `Java ${least} or newer is needed, and none was found; there is ${others.join(', ') || 'no other'}. ` +
      `To get it: install one, such as Temurin ${least}, or name its folder in JAVA_HOME`,
  );
}

/** Of the environment, of `PATH`, and of the usual places. */
function javaHomes() {
  const named = Object.entries(process.env).flatMap(([name, value]) => (/^JAVA_HOME(_|$)/.test(name) && value) || []);
  const java = findCommand('java');
  const onPath = java === undefined ? [] : [dirname(dirname(realpathSync(java)))];
  const places = [...PLACES, ...OF_USER.map((name) => join(homedir(), name))];
  const inPlaces = places.flatMap((place) => foldersIn(place));
  // macOS has them one level deeper.
  const all = [...named, ...onPath, ...inPlaces, ...inPlaces.map((folder) => join(folder, 'Contents/Home'))];
  return [...new Set(all.map(realFolder))];
}

/** @param {string} folder */
function realFolder(folder) {
  return existsSync(folder) ? realpathSync(folder) : folder;
}

/** @param {string} place */
function foldersIn(place) {
  try {
    return readdirSync(place).map((name) => join(place, name));
  } catch {
    return [];
  }
}

/** As each Java says in a file of its own; 0: there is none. @param {string} home */
function majorOf(home) {
  try {
    const release = readFileSync(join(home, 'release'), 'utf8');
    return findCommand(join(home, 'bin/java')) === undefined
      ? 0
      : Number(/^JAVA_VERSION="(\d+)/m.exec(release)?.[1] ?? 0);
  } catch {
    return 0;
  }
}
