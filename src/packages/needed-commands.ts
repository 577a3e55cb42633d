import { parse } from 'jsonc-parser';
import { objectAt } from '../text/json.ts';
import { commandsFor } from './commands-for.ts';
import { pluginPackage } from './plugin-package.ts';
import { canonical } from '../text/text.ts';
import type { Change } from '../model/change.ts';
import type { Command, Plan } from '../model/plan.ts';
import type { Project } from '../model/project.ts';

/** The plan's commands, as far as they are needed: a second run installs nothing. */
export function neededCommands(project: Project, { commands }: Plan, changes: readonly Change[]): readonly Command[] {
  const isInstalled = project.dependencies.get(pluginPackage)?.installed !== undefined;
  return changesDependencies(changes) || !isInstalled ? commands : [];
}

/** What makes the packages follow when changes are taken out of the app again. */
export function commandsAfter(project: Project, changes: readonly Change[], why: string): readonly Command[] {
  return changesDependencies(changes) ? commandsFor(project, project.packageManager.name, why) : [];
}

/** Whether the app depends on something else afterwards; a script of package.json is nothing to install. */
function changesDependencies(changes: readonly Change[]): boolean {
  const change = changes.find(({ path }) => path === 'package.json');
  return change?.kind === 'update' && printedDependencies(change.before) !== printedDependencies(change.after);
}

function printedDependencies(manifest: string | Uint8Array): string {
  const text = typeof manifest === 'string' ? manifest : Buffer.from(manifest).toString();
  return JSON.stringify(objectAt(parse(canonical(text)) as unknown, 'dependencies'));
}
