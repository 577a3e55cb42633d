import { configPath, parseState, statePath } from '../state.ts';
import type { Setup, Tree } from '../types.ts';
import { DiskTree } from './disk-tree.ts';
import { findRoot } from './find-root.ts';

/** The app's root and what an earlier run left there; cheap enough for every command. */
export interface Opened {
  readonly root: string;
  readonly tree: Tree;
  readonly setup: Setup;
}

/** @throws CliError `UNSUPPORTED` when `folder` is in no app, `UNREADABLE` for a damaged state. */
export function open(folder: string): Opened {
  const root = findRoot(folder);
  const tree = new DiskTree(root);
  const configText = tree.read(configPath);
  const stateText = tree.read(statePath);
  return {
    root,
    tree,
    setup: {
      ...(configText === undefined ? {} : { configText }),
      ...(stateText === undefined ? {} : { state: parseState(stateText) }),
    },
  };
}
