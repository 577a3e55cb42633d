import type { AppPath } from '../model/tree.ts';

/** Where the set-up of one app is kept. */
interface SetupPaths {
  readonly config: AppPath;
  readonly folder: AppPath;
  readonly gitAttributes: AppPath;
  readonly gitIgnore: AppPath;
  readonly state: AppPath;
  /** The text we rendered for a generated file: the common ancestor of a three-way merge. */
  readonly base: (path: AppPath) => AppPath;
  /** What the run at work changes; never committed. */
  readonly journal: AppPath;
  /** What the last run changed, for `undo`; never committed. */
  readonly undo: AppPath;
}

export const stateFile = '.identity-vault/state.json';

/** Several apps of one workspace have a set-up each, in the home of the app: nothing else knows these names. */
export function setupPaths(home: AppPath): SetupPaths {
  const folder = inHome(home, '.identity-vault');
  return {
    config: inHome(home, 'identity-vault.config.json'),
    folder,
    gitAttributes: `${folder}/.gitattributes`,
    gitIgnore: `${folder}/.gitignore`,
    state: inHome(home, stateFile),
    base: (path) => `${folder}/base/${path}.base`,
    journal: `${folder}/journal`,
    undo: `${folder}/undo`,
  };
}

/** A path of the app's home, as the root sees it. */
export function inHome(home: AppPath, path: AppPath): AppPath {
  return home === '' ? path : `${home}/${path}`;
}

/** What a set-up keeps for its next run, beside the configuration. */
export function isBookkeeping(path: AppPath, home: AppPath): boolean {
  return path.startsWith(`${setupPaths(home).folder}/`);
}

/** The state of any app. */
export function isStatePath(path: AppPath): boolean {
  return path === stateFile || path.endsWith(`/${stateFile}`);
}

/** Nobody's set-up is in there, and what is written there may be run. */
export function isForeign(path: AppPath): boolean {
  return path.split('/').some((part) => ['.git', 'node_modules'].includes(part.toLowerCase()));
}

/** A plain relative path below the app's root. */
export function isInside(path: string): boolean {
  return (
    /^[^/\\:\0][^\\:\0]*$/.test(path) && !path.split('/').some((part) => part === '..' || part === '.' || part === '')
  );
}
