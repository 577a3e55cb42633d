import { existsSync } from 'node:fs';
import { dirname, join, parse } from 'node:path';
import { detect } from 'package-manager-detector/detect';
import type { PackageManager, PackageManagerName } from '../types.ts';

const known: readonly string[] = ['npm', 'pnpm', 'yarn', 'bun'] satisfies PackageManagerName[];

/** By lock file, then by package.json's fields, up to the repository's root; npm when nothing says otherwise. */
export async function detectPackageManager(root: string): Promise<PackageManager> {
  const found = await detect({
    cwd: root,
    stopDir: dirname(repositoryOf(root)),
    strategies: ['lockfile', 'packageManager-field', 'devEngines-field'],
  });
  if (found && isKnown(found.name)) return { name: found.name, reason: `found ${found.agent}` };
  return { name: 'npm', reason: 'nothing found' };
}

function isKnown(name: string): name is PackageManagerName {
  return known.includes(name);
}

/** A stale lock file above the repository says nothing about this app. */
function repositoryOf(root: string): string {
  for (let folder = root; folder !== parse(folder).root; folder = dirname(folder)) {
    if (existsSync(join(folder, '.git'))) return folder;
  }
  return root;
}
