import {
  closeSync,
  copyFileSync,
  fchmodSync,
  fchownSync,
  fsyncSync,
  lstatSync,
  openSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
  type Stats,
} from 'node:fs';
import { dirname, join } from 'node:path';

/** A new file whose bytes are on the disk when this returns; permissions and owner are those of the file it stands for. */
export function writeDurably(path: string, bytes: Uint8Array, like?: Stats): void {
  const file = openSync(path, 'wx');
  try {
    writeFileSync(file, bytes);
    if (like) {
      fchmodSync(file, like.mode & 0o777);
      if (like.uid !== process.getuid?.()) giveTo(file, like);
    }
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Run as root in a container, the files stay their owner's; nobody else may give files away, and need not. */
function giveTo(file: number, { uid, gid }: Stats): void {
  if (process.getuid?.() === 0) fchownSync(file, uid, gid);
}

/** Puts a file in its place, in one step for whoever reads it; also from another mounted file system. */
export function moveInto(source: string, target: string): void {
  try {
    renameSync(source, target);
  } catch (error) {
    if (!isCode(error, 'EXDEV')) throw error;
    copyFileSync(source, besides(target));
    renameSync(besides(target), target);
    rmSync(source);
  }
}

/** Where {@link moveInto} copies to; left there when the process ends half way. */
export function besides(target: string): string {
  return `${target}.identity-vault-tmp`;
}

/** A name in a folder is only certain to last when the folder itself was synchronised; not every system can. */
export function syncFolder(folder: string): void {
  try {
    const handle = openSync(folder, 'r');
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  } catch (error) {
    if (!isCode(error, 'EISDIR', 'EPERM', 'EACCES', 'EINVAL', 'ENOENT', 'EBADF')) throw error;
  }
}

/** @returns `undefined` only when there is definitely no such file */
export function readIfThere(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch (error) {
    if (isCode(error, 'ENOENT', 'ENOTDIR')) return undefined;
    throw error;
  }
}

/** Removes a folder, unless somebody uses it. */
export function removeIfEmpty(folder: string): boolean {
  try {
    rmdirSync(folder);
    return true;
  } catch (error) {
    if (isCode(error, 'ENOTEMPTY', 'EEXIST', 'ENOENT', 'ENOTDIR', 'EBUSY', 'EPERM')) return false;
    throw error;
  }
}

/** Removes the folders that a deleted file leaves empty, up to `root`. */
export function removeEmptied(root: string, path: string): void {
  for (let folder = dirname(path); folder !== '.' && removeIfEmpty(join(root, folder)); folder = dirname(folder));
}

export function isThere(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

export function isCode(error: unknown, ...codes: readonly string[]): boolean {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code));
}
