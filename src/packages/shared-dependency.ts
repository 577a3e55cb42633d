import { posix } from 'node:path';
import { objectAt, stringAt } from '../text/json.ts';
import { pluginPackage } from './plugin-package.ts';
import { readJson } from '../text/read-json.ts';
import { isInside } from '../state/setup-paths.ts';
import type { Change } from '../model/change.ts';
import type { Project, Setup } from '../model/project.ts';
import type { Splice } from '../model/splice.ts';
import type { AppFileState } from '../model/state.ts';
import type { AppPath, Tree } from '../model/tree.ts';

/** What package.json installs the vault from. */
export function dependencyIn(tree: Tree): string | undefined {
  return stringAt(objectAt(readJson(tree, 'package.json'), 'dependencies'), pluginPackage);
}

/** Whether this is where the dependency of another app that is set up comes from. */
export function isSharedArchive({ setup, tree }: Project, path: AppPath): boolean {
  return setup.siblings !== undefined && path === archiveIn(tree);
}

/** Without the dependency, where another app that is set up needs it, too. */
export function unshared({ setup }: Project, splices: readonly Splice[]): readonly Splice[] {
  return setup.siblings === undefined ? splices : splices.filter((splice) => !isDependency(splice));
}

/** The dependency as another app of the workspace brought it: each knows how to take it out, the last one does. */
export function dependencyOfSibling({ siblings = [] }: Setup): AppFileState | undefined {
  const files = siblings.map(({ state }) => state?.files['package.json']);
  const found = files.find((file) => file?.owner === 'app' && file.splices.some(isDependency));
  return found?.owner === 'app' ? { ...found, splices: found.splices.filter(isDependency) } : undefined;
}

function isDependency({ insert }: Splice): boolean {
  return insert.includes(`"${pluginPackage}"`);
}

/** The archive that an app which was taken out before left to this one, the last. */
export function orphan({ setup, tree }: Project): AppPath[] {
  const path = archiveIn(tree);
  const isLeft = path !== undefined && setup.siblings === undefined && setup.state?.files[path] === undefined;
  return isLeft && setup.state?.files['package.json'] !== undefined ? [path] : [];
}

/** Would these changes take the vault out of the packages of another app that is set up? */
export function takesFromSiblings({ setup }: Pick<Project, 'setup'>, changes: readonly Change[]): boolean {
  if (setup.siblings === undefined) return false;
  return changes.some(
    ({ path, ...change }) => path === 'package.json' && !textOf(change).includes(`"${pluginPackage}"`),
  );
}

function textOf(change: object): string {
  return 'after' in change && typeof change.after === 'string' ? change.after : '';
}

/** An archive that a run put into the folder of a set-up. */
function archiveIn(tree: Tree): AppPath | undefined {
  const [, path = ''] = /^file:(.*)$/.exec(dependencyIn(tree) ?? '') ?? [];
  const normal = posix.normalize(path);
  const isOurs = new RegExp(`(^|/)\\.identity-vault/${pluginPackage}-[^/]*\\.tgz$`).test(normal);
  return isOurs && isInside(normal) ? normal : undefined;
}
