import { createHash } from 'node:crypto';
import { lstatSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** What package managers and builds own. */
const notOurs = new Set(['node_modules', 'package-lock.json', '.angular', '.nx', 'dist']);

/** A digest for every file below a folder, by path. Empty folders don't count, as in git. */
export function treeDigests(root: string): Map<string, string> {
  const digests = new Map<string, string>();
  const walk = (folder: string) => {
    for (const name of readdirSync(join(root, folder)).sort()) {
      if (notOurs.has(name)) continue;
      const path = folder === '' ? name : `${folder}/${name}`;
      // For taking the run back on this machine: ignored by Git, and announced by nobody.
      if (path.endsWith('.identity-vault/undo')) continue;
      if (lstatSync(join(root, path)).isDirectory()) walk(path);
      else
        digests.set(
          path,
          createHash('sha256')
            .update(readFileSync(join(root, path)))
            .digest('hex'),
        );
    }
  };
  walk('');
  return digests;
}

/** Paths that are new, gone or different, sorted. */
export function changedPaths(before: Map<string, string>, after: Map<string, string>): string[] {
  const paths = new Set([...before.keys(), ...after.keys()]);
  return [...paths].filter((path) => before.get(path) !== after.get(path)).sort();
}
