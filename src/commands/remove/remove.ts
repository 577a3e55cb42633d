import { carryOut, refuseUnasked } from '../carry-out.ts';
import { CliError } from '../../model/errors.ts';
import { ciScriptLeft } from '../../packages/ci-script.ts';
import { commandsAfter } from '../../packages/needed-commands.ts';
import { isPluginInstalled } from '../../packages/is-plugin-installed.ts';
import { openForChange } from '../open-for-change.ts';
import { pluginPackage } from '../../packages/plugin-package.ts';
import type { RemoveFlags } from './remove-flags.ts';
import type { RunContext } from '../run-context.ts';
import { typedCommand } from '../../packages/typed-command.ts';
import { handMadeUses } from './hand-made-uses.ts';
import type { ManualStep } from '../../model/edit.ts';
import type { Note } from '../../model/plan.ts';
import type { Project } from '../../model/project.ts';
import type { AppPath } from '../../model/tree.ts';
import { setupPaths } from '../../state/setup-paths.ts';
import { isConfigEdited } from '../../state/state.ts';
import { assess, emptyPlan } from '../../pipeline.ts';
import { isSharedArchive } from '../../packages/shared-dependency.ts';
import type { Change } from '../../model/change.ts';

/** Takes the vault out of the app again. @returns the exit code */
export async function remove(context: RunContext<RemoveFlags>): Promise<number> {
  refuseUnasked(context);
  const { invocation, reporter } = context;
  const { opened, inspectApp } = await openForChange(context);
  const { state, configText } = opened.setup;
  if (!state) {
    if (configText !== undefined) throw lost(opened.home);
    reporter.say('Nothing to remove: there is no set-up here.\n');
    return reporter.finish({ command: 'remove', changes: [], manual: [], exitCode: 0 });
  }
  const project = await inspectApp();
  const decisions = { onConflict: invocation.force ? 'theirs' : 'keep', restore: [] } as const;
  const { changes, manual } = await assess(project, emptyPlan, decisions);
  const kept = filesKept(project, changes);
  const followUps = await handMadeUses(project, state, { changes, manual });
  const needed = commandsAfter(project, changes, 'takes the vault plugin out');
  const packages = needed.length > 0 ? [{ name: pluginPackage }] : [];
  const commands = isPluginInstalled(project) ? needed : [];
  return carryOut(context, {
    command: 'remove',
    outline: {
      project,
      plan: {
        packages,
        commands,
        notes: [...notes(kept), ...siblingNotes(project), ...ciScriptLeft(project, changes)],
      },
      changes,
      manual,
      followUps,
      commands: invocation.install ? commands : [],
    },
    question: 'Take all this out of the app?',
    nothing: 'Nothing to remove.',
    closing: closing(kept, [...placesOf(followUps), ...(invocation.install ? [] : commands.map(typedCommand))]),
    undo: 'nothing',
    isInstallOptional: true,
    kept,
  });
}

/** Files of earlier runs that a person edited, or that nothing proves to be this tool's: they stay. */
function filesKept(project: Project, changes: readonly Change[]): AppPath[] {
  const { files = {} } = project.setup.state ?? {};
  const changed = new Set(changes.map(({ path }) => path));
  const own = Object.entries(files).filter(([path, { owner }]) => owner !== 'app' && !isSharedArchive(project, path));
  const config = isConfigEdited(project.setup) ? [setupPaths(project.home).config] : [];
  return [...own.map(([path]) => path), ...config]
    .filter((path) => !changed.has(path) && project.tree.readBytes(path) !== undefined)
    .sort();
}

function notes(kept: readonly AppPath[]): Note[] {
  if (kept.length === 0) return [];
  const text = `You edited these files, so they stay: ${kept.join(', ')}. The vault that they import is removed: change them, or remove them too with --force.`;
  return [{ code: 'kept', text }];
}

function siblingNotes({ setup }: Project): Note[] {
  const homes = (setup.siblings ?? []).map(({ home }) => (home === '' ? 'the one at the root' : home));
  if (homes.length === 0) return [];
  return [{ code: 'shared', text: `The dependency stays in package.json for the other apps: ${homes.join(', ')}.` }];
}

function lost(home: AppPath): CliError {
  const { state, config } = setupPaths(home);
  return new CliError('CONFLICT', 'What earlier runs wrote is not known: the state is lost. Nothing was written.', {
    where: { path: state },
    hint: `Restore it from version control, or run create-identity-vault once: it is rebuilt from ${config}.`,
  });
}

function placesOf(steps: readonly ManualStep[]): string[] {
  return steps.map(({ path, line }) => `Take out by hand what uses the vault: ${path}:${String(line)}`);
}

function closing(kept: readonly AppPath[], left: readonly string[]): string {
  const next = [...left, ...kept.map((path) => `Yours from now on: ${path}`)].map((line) => `  - ${line}\n`).join('');
  return `\nDone: the vault is taken out of the app.\n${next === '' ? '' : `\nNext\n${next}`}`;
}
