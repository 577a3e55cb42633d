import { accessSync, constants, lstatSync } from 'node:fs';
import { join } from 'node:path';
import { CliError } from '../model/errors.ts';
import { isForeign, isInside } from '../state/setup-paths.ts';
import type { AppPath } from '../model/tree.ts';

/**
 * Symbolic links are refused: what is written through one is not where it was planned.
 * @throws CliError `UNWRITABLE` when the path can't be written, or is none of ours to write
 */
export function checkPath(root: string, path: AppPath): void {
  const target = checkPlace(root, path);
  checkWritable(target, path);
}

/** The same for a path that is only read. @returns the path itself, or the nearest folder above it that is there */
export function checkPlace(root: string, path: AppPath): string {
  if (!isInside(path)) throw unwritable(path, 'it leaves the app’s folder');
  if (isForeign(path)) throw unwritable(path, 'it is no file of the app');
  let current = root;
  for (const part of path.split('/')) {
    const parent = current;
    current = join(current, part);
    const entry = lstatSync(current, { throwIfNoEntry: false });
    if (!entry) return parent;
    if (entry.isSymbolicLink()) throw unwritable(path, 'a part of it is a symbolic link');
  }
  return current;
}

function checkWritable(target: string, path: AppPath): void {
  try {
    accessSync(target, constants.W_OK);
  } catch (cause) {
    throw unwritable(path, 'it is read-only', cause);
  }
  // The permission bits are the user's wish also where the user (root, in a container) could ignore them.
  if ((lstatSync(target).mode & 0o222) === 0) throw unwritable(path, 'it is read-only');
}

function unwritable(path: AppPath, why: string, cause?: unknown): CliError {
  return new CliError('UNWRITABLE', `${path} can't be written: ${why}. Nothing was changed.`, {
    where: { path },
    hint: 'Make it writable, then run the command again.',
    cause,
  });
}
