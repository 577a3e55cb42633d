import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setupPaths } from '../state/setup-paths.ts';
import { readState } from '../state/state.ts';
import { canonical } from '../text/text.ts';
import type { Setup } from '../model/project.ts';
import type { AppPath, Tree } from '../model/tree.ts';
import { DiskTree } from './disk-tree.ts';
import { nearestPackage } from './app/nearest-package.ts';
import { pathWithin } from './app/path-within.ts';

/** A set-up, without a word on the app it belongs to. */
export interface OpenedSetUp {
  readonly tree: Tree;
  readonly setup: Setup;
}

/** The set-up in this very folder, taken at its word: enough to see that nothing was touched since. */
export function openSetUp(folder: string): OpenedSetUp | undefined {
  if (!existsSync(join(folder, setupPaths('').state))) return undefined;
  const root = nearestPackage(folder);
  if (root === undefined) return undefined;
  const tree = new DiskTree(root);
  const home = pathWithin(root, folder);
  return { tree, setup: readSetup(tree, home) };
}

/** What an earlier run left in the home of an app. */
export function readSetup(tree: Tree, home: AppPath): Setup {
  const paths = setupPaths(home);
  const configText = tree.read(paths.config);
  const stateText = tree.read(paths.state);
  return {
    ...(configText === undefined ? {} : { configText }),
    ...(stateText === undefined ? {} : readState(canonical(stateText), paths.state, configText !== undefined)),
    ...(tree.list(paths.folder).includes('journal/') ? { unfinished: true as const } : {}),
  };
}
