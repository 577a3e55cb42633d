import { carryOut, refuseUnasked } from '../carry-out.ts';
import { CliError } from '../../model/errors.ts';
import { readLastRun } from '../../inspect/read-last-run.ts';
import { isPluginInstalled } from '../../packages/is-plugin-installed.ts';
import { commandsAfter } from '../../packages/needed-commands.ts';
import { openForChange } from '../open-for-change.ts';
import type { AnsweredContext } from '../read-answers.ts';
import { takesFromSiblings } from '../../packages/shared-dependency.ts';
import { typedCommand } from '../../packages/typed-command.ts';
import type { AppPath } from '../../model/tree.ts';

/** Gives every file the bytes it had before the last run, configuration and state too. @returns the exit code */
export async function undo(context: AnsweredContext): Promise<number> {
  refuseUnasked(context);
  const { invocation, reporter } = context;
  const { opened, recovered, inspectApp } = await openForChange(context);
  if (recovered) return reporter.finish({ command: 'undo', changes: [], manual: [], exitCode: 0 });
  const lastRun = readLastRun(opened.tree, opened.home);
  if (!lastRun) {
    reporter.say('Nothing to undo: no run is left to take back.\n');
    return reporter.finish({ command: 'undo', changes: [], manual: [], exitCode: 0 });
  }
  if (lastRun.changedSince.length > 0) throw changedSince(lastRun.changedSince);
  const { changes, isNotInstalled } = lastRun;
  if (takesFromSiblings(opened, changes)) throw neededBySibling();
  const project = await inspectApp();
  const needed = commandsAfter(project, changes, 'installs the packages as they were');
  // Where nothing was installed there is nothing to bring back; what somebody installed since is for them to do.
  const commands = isNotInstalled && !isPluginInstalled(project) ? [] : needed;
  const isRun = invocation.install && !isNotInstalled;
  return carryOut(context, {
    command: 'undo',
    outline: {
      project,
      plan: { packages: [], commands, notes: [] },
      changes,
      manual: [],
      commands: isRun ? commands : [],
    },
    question: 'Take the last run back?',
    nothing: 'Nothing to undo.',
    closing: closing(changes.length, isRun ? [] : commands.map(typedCommand)),
    undo: 'nothing',
    isInstallOptional: true,
  });
}

function changedSince(paths: readonly AppPath[]): CliError {
  return new CliError('CONFLICT', `Changed since the last run: ${paths.join(', ')}. Nothing was written.`, {
    where: { path: paths[0] ?? '' },
    hint: 'Undo gives back the bytes from before that run, and your change would be lost. Put it away first (git stash), or change the option back instead.',
  });
}

function neededBySibling(): CliError {
  return new CliError(
    'CONFLICT',
    'Another app that is set up needs the dependency this run brought. Nothing was written.',
    {
      where: { path: 'package.json' },
      hint: 'Take this app out and leave what the other needs: create-identity-vault remove --yes',
    },
  );
}

function closing(count: number, left: readonly string[]): string {
  const next = left.map((command) => `  - ${command}\n`).join('');
  return `\nDone: ${String(count)} ${count === 1 ? 'file is' : 'files are'} as before the last run.\n${next === '' ? '' : `\nNext\n${next}`}`;
}
