import { posix } from 'node:path';
import type { AppProject } from '../../../model/app-project.ts';
import type { AppPath, Tree } from '../../../model/tree.ts';

/** `config.json`, `app-config.json`, `appsettings.json`, `env.prod.json`. */
const settingsFile = /^(app[-_.]?)?(config|settings|env|environment)([-_.][\w-]+)*\.json$/i;

/** What is done before the app starts, or before its first page. */
const atStart = /\b(APP_INITIALIZER|provideAppInitializer|fetch)\b/;

/** Does the app look as if it read a file of settings when it starts? Then a build doesn't know its addresses. */
export function readsSettings(tree: Tree, app: AppProject, providers: AppPath): boolean {
  const { sourceRoot, folder, entryFile } = app;
  const folders = [`${sourceRoot}/assets`, `${sourceRoot}/assets/config`, posix.join(folder, 'public')];
  const hasFile = folders.some((one) => tree.list(one).some((name) => settingsFile.test(name)));
  return hasFile && [entryFile, providers].some((path) => atStart.test(tree.read(path) ?? ''));
}
