import { posix } from 'node:path';
import type { AppPath, Tree } from '../../../model/tree.ts';

/** The TypeScript files of a folder, and of the folders in it. */
export function sourcesBelow(tree: Pick<Tree, 'list'>, folder: AppPath): AppPath[] {
  return tree.list(folder).flatMap((name) => {
    const path = posix.join(folder, name);
    if (!name.endsWith('/')) return /\.[cm]?ts$/.test(name) ? [path] : [];
    return name === 'node_modules/' ? [] : sourcesBelow(tree, path.slice(0, -1));
  });
}
