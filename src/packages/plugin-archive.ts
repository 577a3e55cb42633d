import { posix } from 'node:path';
import { pluginPackage } from './plugin-package.ts';
import { isInside, setupPaths } from '../state/setup-paths.ts';
import { digestBytes } from '../text/text.ts';
import type { PluginSource, Project } from '../model/project.ts';
import type { AppPath } from '../model/tree.ts';

interface PluginArchive {
  readonly path: AppPath;
  /** Another app of the workspace brought it: it is used and not ours to write or delete. */
  readonly isShared: boolean;
}

/**
 * Where the packed plugin is. Apps that share a package.json share its one dependency on the plugin: a second app with
 * an archive of its own would take the first one's set-up apart.
 */
export function pluginArchive(
  { home, dependencies, tree }: Project,
  { fileName, bytes }: Extract<PluginSource, { kind: 'archive' }>,
): PluginArchive {
  const own = `${setupPaths(home).folder}/${fileName}`;
  const range = dependencies.get(pluginPackage)?.range ?? '';
  const named = posix.normalize(range.replace(/^file:/, ''));
  if (!range.startsWith('file:') || named === own || posix.basename(named) !== fileName || !isInside(named))
    return { path: own, isShared: false };
  const there = tree.readBytes(named);
  const isSame = there !== undefined && digestBytes(there) === digestBytes(bytes);
  return isSame ? { path: named, isShared: true } : { path: own, isShared: false };
}
