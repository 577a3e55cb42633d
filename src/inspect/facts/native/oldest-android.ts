import type { OldestSystem } from '../../../model/project.ts';
import { inHome } from '../../../state/setup-paths.ts';
import type { AppPath, Tree } from '../../../model/tree.ts';
import { linesOfCode, oldest, type LineOfCode } from './lines-of-code.ts';

/** Where Gradle's builds of an app keep the versions they share, nearest first. */
const shared = [
  'app/build.gradle',
  'app/build.gradle.kts',
  'variables.gradle',
  'build.gradle',
  'build.gradle.kts',
  'gradle.properties',
  'gradle/libs.versions.toml',
];

const minimum = /\bminSdk(?:Version)?\b\s*(?:\((.+)\)|[=\s]\s*(\S.*?))\s*;?$/;
const level = /^["']?(\d+)["']?$/;

/**
 * Where the app's `minSdk` is written. In the app's build script, in Groovy or Kotlin, it is a number or names one of another
 * file, as Capacitor's `variables.gradle`. What can't be followed says nothing.
 */
export function oldestAndroid(tree: Tree, folder: AppPath): OldestSystem[] {
  const files = new Map(shared.map((name) => [name, linesOf(tree, inHome(folder, `android/${name}`))]));
  const own = [...(files.get('app/build.gradle') ?? []), ...(files.get('app/build.gradle.kts') ?? [])];
  const all = [...files.values()].flat();
  return own.flatMap((line) => {
    const [, argument, value] = minimum.exec(line.code) ?? [];
    const written = (argument ?? value)?.trim();
    if (written === undefined) return [];
    const number = level.exec(written)?.[1];
    return number === undefined ? definitionOf(all, written, line) : [oldest('android', number, line)];
  });
}

function linesOf(tree: Tree, path: AppPath): LineOfCode[] {
  return linesOfCode(tree, path, /\.(properties|toml)$/.test(path) ? '#' : '//');
}

/** `rootProject.ext.minSdkVersion`, `rootProject.extra["min"] as Int`, `libs.versions.minSdk.get().toInteger()`, `min`. */
function definitionOf(lines: readonly LineOfCode[], written: string, use: LineOfCode): OldestSystem[] {
  const name = nameIn(written);
  if (name === undefined) return [];
  const definition = new RegExp(
    `(?:^|[\\s.("'\\[])${name}["']?\\]?\\)?\\s*(?::\\s*Int\\s*)?(?:=|\\bby extra\\()\\s*["']?(\\d+)\\b`,
  );
  for (const line of lines) {
    const version = line === use ? undefined : definition.exec(line.code)?.[1];
    if (version !== undefined) return [oldest('android', version, line)];
  }
  return [];
}

function nameIn(written: string): string | undefined {
  const quoted = /["']([\w-]+)["']/.exec(written)?.[1];
  const inCatalog = /\bversions\.([\w.]+?)\.get\b/.exec(written)?.[1]?.replaceAll('.', '[-_.]');
  return quoted ?? inCatalog ?? /([A-Za-z_]\w*)(?:\s+as\s+\w+|\.\w+\(\))*$/.exec(written)?.[1];
}
