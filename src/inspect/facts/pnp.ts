import type { Tree } from '../../model/tree.ts';

/** The folder, as the root sees it, where Yarn keeps packages without node_modules. */
export function findPnp(tree: Tree, folders: readonly string[]): string | undefined {
  return folders.find((folder) => ['.pnp.cjs', '.pnp.js'].some((name) => tree.list(folder).includes(name)));
}

/**
 * The version Plug'n'Play resolves a package to, from the lock file it was made from: `.pnp.cjs` is a program and is
 * not run.
 */
export function readPnpVersion(tree: Tree, folders: readonly string[], name: string): string | undefined {
  const folder = findPnp(tree, folders);
  const lock = folder === undefined ? undefined : tree.read(`${folder}yarn.lock`);
  if (lock === undefined) return undefined;
  const start = ['\n"', '\n'].map((before) => lock.indexOf(`${before}${name}@`)).find((index) => index >= 0);
  if (start === undefined) return undefined;
  const entry = lock.slice(start + 1).split(/\n\n|\r\n\r\n/)[0] ?? '';
  return /^\s+version:? "?([^"\s]+)"?/m.exec(entry)?.[1];
}
