import { posix } from 'node:path';
import type { AppPath, Tree } from '../../../model/tree.ts';
import type { Modules } from '../../../code/modules.ts';

interface Reader {
  readonly tree: Pick<Tree, 'read' | 'list'>;
  readonly modules: Pick<Modules, 'resolve'>;
  /** The folder of the generated code: what it calls itself was asked of nobody. */
  readonly codeDir: AppPath;
}

/** A page, its services, and what these use: further away, nobody looks for how the page works. */
const farthest = 3;
/** A limit for apps where everything imports everything. */
const most = 80;

/**
 * These files, what they import of the app, and the effects beside that: where code may stand that belongs to them.
 * Nearest first. Imports are found in the text: nothing is parsed.
 */
export function nearbyFiles(reader: Reader, starts: readonly AppPath[]): AppPath[] {
  const found = new Set(starts);
  let nearest: readonly AppPath[] = starts;
  for (let distance = 0; distance < farthest && found.size < most; distance += 1) {
    const next = nearest.flatMap((path) => [...importedBy(reader, path), ...effectsBeside(reader.tree, path)]);
    nearest = [...new Set(next)].filter((path) => !found.has(path));
    for (const path of nearest) found.add(path);
  }
  return [...found].slice(0, most);
}

function importedBy({ tree, modules, codeDir }: Reader, path: AppPath): AppPath[] {
  const specifiers = (tree.read(path) ?? '').matchAll(/(?:\bfrom|\bimport|\bimport\()\s*(["'])([^"'\n]+)\1/g);
  return [...specifiers]
    .map(([, , specifier = '']) => modules.resolve(path, specifier))
    .filter((found) => found !== undefined)
    .filter((found) => ![`${codeDir}/`, '../'].some((folder) => found.startsWith(folder)))
    .filter((found) => !found.includes('node_modules/'));
}

/** What answers to an action is imported by nobody that dispatches it. */
function effectsBeside(tree: Pick<Tree, 'list'>, path: AppPath): AppPath[] {
  const folder = posix.dirname(path);
  const names = tree.list(folder).filter((name) => /effects?\.ts$/.test(name));
  return names.map((name) => posix.join(folder, name));
}
