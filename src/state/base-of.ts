import { setupPaths } from './setup-paths.ts';
import { canonical, digest } from '../text/text.ts';
import type { Project } from '../model/project.ts';
import type { AppPath } from '../model/tree.ts';

/**
 * The text we rendered last time for a generated file: what shows that the file is ours, whatever a state says.
 * @returns `undefined` where it is lost: a base that git merged, or somebody edited, is no text we ever rendered
 */
export function baseOf(
  { tree, home, setup }: Pick<Project, 'tree' | 'home' | 'setup'>,
  path: AppPath,
): string | undefined {
  const base = tree.read(setupPaths(home).base(path));
  const state = setup.state?.files[path];
  const isRendered = base !== undefined && state?.owner === 'tool' && digest(base) === state.canonical;
  return isRendered ? canonical(base) : undefined;
}
