import { CliError } from '../model/errors.ts';
import type { ManualStep } from '../model/edit.ts';
import type { ChangeReport, ManualReport, Problem, ReportDocument, RunDocument } from './documents.ts';
import { schemaVersion } from './schema-version.ts';
import type { Change, CommandResult } from '../model/change.ts';
import type { Plan } from '../model/plan.ts';
import type { AppPath } from '../model/tree.ts';
import type { Verification } from '../model/verification.ts';

export type { Problem } from './documents.ts';

/** How a command that writes ended. */
export interface Outcome {
  readonly command: RunDocument['command'];
  readonly plan?: Pick<Plan, 'packages' | 'commands' | 'notes' | 'access'>;
  readonly changes: readonly Change[];
  readonly manual: readonly ManualStep[];
  /** What a person changes once the rest is written; none where absent. */
  readonly followUps?: readonly ManualStep[];
  /** The commands that were run, and how they ended. */
  readonly ran?: readonly CommandResult[];
  /** What an interrupted run had written, and this one took back first. */
  readonly recovered?: readonly AppPath[] | undefined;
  /** Files the user edited, which `remove` left where they are. */
  readonly kept?: readonly AppPath[];
  /** Of `--verify`. */
  readonly verification?: Verification | undefined;
  readonly exitCode: number;
}

/** The one document `--json` prints for a command that writes. */
export async function runToJson(outcome: Outcome): Promise<string> {
  const { command, plan, changes, manual, followUps = [], ran, recovered, kept, verification, exitCode } = outcome;
  return print({
    schemaVersion,
    ok: exitCode === 0,
    command,
    plan: plan && {
      packages: plan.packages,
      commands: plan.commands,
      notes: plan.notes,
      access: plan.access,
      manual: manual.map(describeStep),
      followUps: followUps.map(describeStep),
    },
    changes: await describeChanges(changes),
    ran: ran?.map(({ command: { id }, ok, detail }) => ({ id, ok, ...(detail === undefined ? {} : { detail }) })),
    recovered,
    kept,
    verification,
    exitCode,
  });
}

/** The differ is loaded only when there is something to show. */
async function describeChanges(changes: readonly Change[]): Promise<ChangeReport[]> {
  if (changes.length === 0) return [];
  const { toPatch } = await import('./patch.ts');
  return changes.flatMap((change) =>
    change.kind === 'conflict' ? [] : [{ path: change.path, action: change.kind, patch: toPatch(change) }],
  );
}

/** What the code has to use for the step to count as made is between the step and `check`. */
export function describeStep({ id, path, line, reason, lines }: ManualStep): ManualReport {
  return { id, path, line, reason, lines };
}

export function checkToJson(problems: readonly Problem[], exitCode: number): string {
  return print({
    schemaVersion,
    ok: exitCode === 0,
    command: 'check',
    changes: [],
    problems,
    exitCode,
  });
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
    manual: failure?.manual?.map(describeStep),
    exitCode: failure?.exitCode ?? 1,
  });
}

export function print(document: ReportDocument): string {
  return `${JSON.stringify(document, null, 2)}\n`;
}
