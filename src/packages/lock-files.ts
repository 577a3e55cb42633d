import type { PackageManagerName } from '../model/project.ts';

/** Whose they are, in the order they are looked for. */
export const lockFiles: Readonly<Record<string, PackageManagerName>> = {
  // npm's last: the one that is left behind when a project moves on to another.
  'bun.lock': 'bun',
  'bun.lockb': 'bun',
  'pnpm-lock.yaml': 'pnpm',
  'yarn.lock': 'yarn',
  'package-lock.json': 'npm',
  'npm-shrinkwrap.json': 'npm',
};
