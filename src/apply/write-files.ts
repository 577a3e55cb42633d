import { accessSync, constants, existsSync, lstatSync } from 'node:fs';
import { mkdir, open, rename, rm, rmdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { CliError } from '../errors.ts';
import { isInside, isStatePath } from '../state.ts';
import type { AppPath, Change } from '../types.ts';

/** Takes the written files back: after a failed install, or when a later write fails. */
export type RollBack = () => Promise<void>;

/**
 * Writes every change, or none. Everything is checked before the first byte; each file is written beside its place
 * and renamed into it, the state last, so that a reader never sees half a file.
 * @throws CliError `UNWRITABLE` with nothing changed.
 */
export async function writeFiles(root: string, changes: readonly Change[]): Promise<RollBack> {
  for (const { path } of changes) checkPath(root, path);
  const done: Change[] = [];
  const folders: string[] = [];
  const rollBack = async () => {
    for (const change of done.reverse()) await perform(root, inverse(change));
    for (const folder of folders.reverse()) await rmdir(folder).catch(ignoreUsed);
  };
  try {
    for (const change of stateLast(changes)) {
      folders.push(...(await makeFolders(dirname(join(root, change.path)))));
      await perform(root, change);
      done.push(change);
    }
  } catch (cause) {
    await rollBack();
    throw new CliError('UNWRITABLE', 'A file could not be written; every change was taken back.', {
      hint: 'Check free space and permissions, then run the command again.',
      cause,
    });
  }
  return rollBack;
}

function stateLast(changes: readonly Change[]): Change[] {
  return [...changes].sort((a, b) => Number(isStatePath(a.path)) - Number(isStatePath(b.path)));
}

/** Symbolic links are refused: what is written through one is not where it was planned. */
function checkPath(root: string, path: AppPath): void {
  if (!isInside(path)) throw unwritable(path, 'it leaves the app’s folder');
  let current = root;
  for (const part of path.split('/')) {
    const parent = current;
    current = join(current, part);
    const entry = lstatSync(current, { throwIfNoEntry: false });
    if (!entry) {
      checkWritable(parent, path);
      return;
    }
    if (entry.isSymbolicLink()) throw unwritable(path, 'a part of it is a symbolic link');
  }
  checkWritable(current, path);
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

async function makeFolders(folder: string): Promise<string[]> {
  const missing: string[] = [];
  for (let current = folder; !existsSync(current); current = dirname(current)) missing.unshift(current);
  await mkdir(folder, { recursive: true });
  return missing;
}

async function perform(root: string, change: Change): Promise<void> {
  const target = join(root, change.path);
  if (change.kind === 'delete') return rm(target);
  if (change.kind === 'conflict') throw new CliError('INTERNAL', `A conflict was to be written: ${change.path}`);
  const temporary = `${target}.${String(process.pid)}.tmp`;
  const mode = lstatSync(target, { throwIfNoEntry: false })?.mode ?? 0o644;
  const file = await open(temporary, 'wx', mode & 0o777);
  try {
    await file.writeFile(change.after);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(temporary, target).catch(async (error: unknown) => {
    await rm(temporary, { force: true });
    throw error;
  });
}

function inverse(change: Change): Change {
  const { path } = change;
  if (change.kind === 'create') return { kind: 'delete', path, before: change.after };
  if (change.kind === 'delete') return { kind: 'create', path, after: change.before };
  return { kind: 'update', path, before: change.after, after: change.before };
}

function ignoreUsed(error: unknown): void {
  // A folder in use by now is not ours to remove.
  if (!(error instanceof Error && 'code' in error && (error.code === 'ENOTEMPTY' || error.code === 'ENOENT'))) {
    throw error;
  }
}
