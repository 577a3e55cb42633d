import { applyEdits, modify } from 'jsonc-parser';
import type { Project } from '../model/project.ts';
import type { AppPath } from '../model/tree.ts';
import { ciScriptKeys } from './ci-script.ts';
import { pluginPackage } from './plugin-package.ts';
import { dependencyIn } from './shared-dependency.ts';

export const manifest: AppPath = 'package.json';

/** A package manager sorts dependencies: a line of an earlier run is known by its key, wherever it stands by now. */
export function withoutOwnKeys(project: Project, text: string): string {
  const isOwn = project.setup.siblings === undefined && dependencyIn(project.tree) !== undefined;
  const keys = [...(isOwn ? [['dependencies', pluginPackage]] : []), ...ciScriptKeys(project, text)];
  return keys.reduce((rest, key) => applyEdits(rest, modify(rest, key, undefined, {})), text);
}
