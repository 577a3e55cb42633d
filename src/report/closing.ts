import { ciScriptName } from '../packages/ci-script.ts';
import { isBookkeeping, setupPaths } from '../state/setup-paths.ts';
import { typedCommand, undoTyped } from '../packages/typed-command.ts';
import { registrationLines } from './registration.ts';
import { tryIt } from './try-it.ts';
import { wrapItem } from '../text/wrap.ts';
import type { Chosen } from '../resolve/chosen.ts';
import type { Change } from '../model/change.ts';
import type { ManualStep } from '../model/edit.ts';
import type { Command } from '../model/plan.ts';

interface Closing extends Pick<Chosen, 'project' | 'options' | 'replay'> {
  readonly changes: readonly Change[];
  /** How many steps the plan left for a person, {@link followUps} included. */
  readonly left: number;
  readonly followUps?: readonly ManualStep[];
  /** Commands that are not run by this run. */
  readonly later: readonly Command[];
  readonly width: number;
}

/** What is missing before it works, how to see it work, and what comes after; every line is a command or a file. */
export function closing({ project, options, replay, changes, left, followUps = [], later, width }: Closing): string {
  const { folder, config } = setupPaths(project.home);
  const files = changes.filter(({ path }) => !isBookkeeping(path, project.home));
  const where = project.home === '' ? '' : ` -C ${project.home}`;
  const inCi = options.ciScript
    ? `${options.packageManager} run ${ciScriptName(project)}`
    : `npx create-identity-vault@${project.toolVersion} check${where}`;
  const first = [
    ...(left === 0 ? [] : ['Make the changes listed under "Left for you", then run this command again.']),
    ...followUps.map(({ path, line, reason }) => `${path}:${String(line)}: ${reason}`),
    ...later.map(typedCommand),
    ...(options.apiOrigins.length > 0
      ? []
      : [
          'Name your API, or the token is sent nowhere: run this command again with --api-origins https://api.example.com',
        ]),
  ];
  const next = [
    `Look through the change (git diff), then commit it with ${folder}/.`,
    `Change an option: edit ${config}, or run this command again.`,
    `In CI: ${inCi}`,
    `Take this run back: ${undoTyped(project)}`,
  ];
  const done = left === 0 ? 'Done' : 'Done, but for what is left for you';
  return [
    `\n${done}: ${String(files.length)} ${files.length === 1 ? 'file' : 'files'} changed in ${project.packageName}.\n`,
    ...section('First', first, width),
    ...section('Register at the provider', registrationLines(project, options), width),
    ...section('Try it', project.setup.configText === undefined ? tryIt(project, options) : [], width),
    ...section('Next', next, width),
    replay === undefined ? '' : `\nThe same without questions\n  ${replay}\n`,
  ].join('');
}

function section(title: string, lines: readonly string[], width: number): string[] {
  if (lines.length === 0) return [];
  return [`\n${title}\n`, ...lines.flatMap((line) => wrapItem('  - ', line, width)).map((line) => `${line}\n`)];
}
