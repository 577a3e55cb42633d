import type { Change, Command, Plan, Project } from './types.ts';

const plugin = 'capacitor-identity-vault';

/** The plan's commands, as far as they are needed: a second run installs nothing. */
export function neededCommands(project: Project, { commands }: Plan, changes: readonly Change[]): readonly Command[] {
  const isInstalled = project.dependencies.get(plugin)?.installed !== undefined;
  const isAsked = changes.some(({ path }) => path === 'package.json');
  return isAsked || !isInstalled ? commands : [];
}
