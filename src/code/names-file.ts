import { posix } from 'node:path';
import type { AppPath } from '../model/tree.ts';

/** Does a line of code, other than a comment, import one of these files by its path, however it is written? */
export function namesFile(line: string, path: AppPath, files: ReadonlySet<AppPath>): boolean {
  if (/^\s*(\/\/|\*|\/\*)/.test(line)) return false;
  const specifiers = [...line.matchAll(/['"`](\.{1,2}\/[^'"`]+)['"`]/g)].map(([, specifier = '']) => specifier);
  return specifiers.some((one) => files.has(`${posix.join(posix.dirname(path), one).replace(/\.[jt]s$/, '')}.ts`));
}

/** Does a line use one of these names? */
export function usesName(line: string, names: readonly string[]): boolean {
  return names.some((name) => new RegExp(`(?<![\\w$])${name.replaceAll('$', '\\$')}(?![\\w$])`).test(line));
}
