import type { CommandName } from '../commands.ts';
import { CliError } from '../errors.ts';
import type { ManualStep } from '../edits/edit.ts';
import { schemaVersion } from './schema-version.ts';
import type { AppPath, Change, CommandResult, Plan } from '../types.ts';

export interface Outcome {
  readonly command: CommandName;
  readonly plan?: Pick<Plan, 'packages' | 'commands' | 'notes'>;
  readonly changes: readonly Change[];
  readonly manual: readonly ManualStep[];
  /** The commands that were run, and how they ended. */
  readonly ran?: readonly CommandResult[];
  /** `check`: what is not as configured. */
  readonly problems?: readonly Problem[];
  /** What an interrupted run had written, and this one took back first. */
  readonly recovered?: readonly AppPath[] | undefined;
  /** Files the user edited, which `remove` left where they are. */
  readonly kept?: readonly AppPath[];
  readonly exitCode: number;
}

/** One thing `check` found. A `note` is worth knowing; `drift` fails the check. */
export interface Problem {
  readonly level: 'drift' | 'note';
  readonly code: string;
  readonly path: string;
  readonly text: string;
}

/** The one document `--json` prints. */
export async function toJson(outcome: Outcome): Promise<string> {
  const { command, plan, changes, manual, ran, problems, recovered, kept, exitCode } = outcome;
  return print({
    schemaVersion,
    ok: exitCode === 0,
    command,
    plan: plan && { packages: plan.packages, commands: plan.commands, notes: plan.notes, manual },
    changes: await describeChanges(changes),
    ran: ran?.map(({ command: { id }, ok, detail }) => ({ id, ok, detail })),
    problems,
    recovered,
    kept,
    exitCode,
  });
}

/** The differ is loaded only when there is something to show: `check` seldom has. */
async function describeChanges(changes: readonly Change[]): Promise<unknown[]> {
  if (changes.length === 0) return [];
  const { toPatch } = await import('./patch.ts');
  return changes.map((change) => ({ path: change.path, action: change.kind, patch: toPatch(change) }));
}

/** The document for a run that ended in an error. */
export function errorToJson(error: unknown): string {
  const failure = error instanceof CliError ? error : undefined;
  return print({
    schemaVersion,
    ok: false,
    code: failure?.code ?? 'INTERNAL',
    message: error instanceof Error ? error.message : String(error),
    where: failure?.where,
    hint: failure?.hint,
    exitCode: failure?.exitCode ?? 1,
  });
}

const print = (document: unknown): string => `${JSON.stringify(document, null, 2)}\n`;
