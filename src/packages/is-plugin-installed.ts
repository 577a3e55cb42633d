import { posix } from 'node:path';
import type { Project } from '../model/project.ts';
import { lockFiles } from './lock-files.ts';
import { pluginPackage } from './plugin-package.ts';

/** Does the package manager have the plugin, in its folder or in its lock file? After `--no-install` it may never have. */
export function isPluginInstalled({ dependencies, packageManager, root, tree }: Project): boolean {
  if (dependencies.get(pluginPackage)?.installed !== undefined) return true;
  const folders = packageManager.folders.map((folder) => posix.relative(root, folder));
  return folders.some((folder) =>
    Object.keys(lockFiles).some((name) => {
      const lock = tree.readBytes(posix.join(folder, name));
      return lock !== undefined && Buffer.from(lock).includes(pluginPackage);
    }),
  );
}
