import { relative } from 'node:path';
import type { AppPath } from '../../model/tree.ts';

/** A folder as another one sees it, with `/` as the app's paths are. */
export function pathWithin(root: string, folder: string): AppPath {
  return relative(root, folder).replaceAll('\\', '/');
}
