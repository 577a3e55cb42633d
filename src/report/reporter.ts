import type { Host } from '../model/host.ts';
import type { Command } from '../model/plan.ts';
import type { AppPath } from '../model/tree.ts';
import { isBookkeeping } from '../state/setup-paths.ts';
import { Elapsed } from './elapsed.ts';
import { checkToJson, runToJson, type Outcome, type Problem } from './json-report.ts';
import { narrow } from './narrow.ts';
import { lookOf, type Look } from './look.ts';
import { commandLine, stepsLeft, summarise, type Outline } from './summary.ts';
import type { Verification } from '../model/verification.ts';
import { undoTyped } from '../packages/typed-command.ts';
import { wrapItem } from '../text/wrap.ts';

/** What is told while a command runs. */
interface Step {
  readonly command: Command;
  readonly ok?: boolean;
  readonly detail?: string;
}

/** What is told while types are checked. */
interface CheckStep {
  readonly typed: string;
  /** How many were found. */
  readonly errors?: number;
  readonly failure?: string;
}

/** How `check` was asked. */
interface Checked {
  readonly strict?: boolean;
  readonly annotations?: 'github';
  /** Where the paths of the problems start; absent where there are none. */
  readonly root?: string;
}

/** Everything a run says: data to stdout, the rest to stderr; with `--json`, one document and nothing else on stdout. */
export class Reporter {
  readonly #host: Host;
  readonly #json: boolean;
  readonly #verbose: boolean;
  readonly #elapsed: Elapsed;
  #recovered: readonly AppPath[] | undefined;
  /** A plan ends with an empty line: what comes next needs none of its own. */
  #isAfterOutline = false;
  /** Of what is said on stderr. */
  readonly look: Look;

  constructor(host: Host, { json, verbose }: { readonly json: boolean; readonly verbose: boolean }) {
    this.#host = host;
    this.#json = json;
    this.#verbose = verbose;
    this.#elapsed = new Elapsed(host);
    this.look = lookOf(host.stderr);
  }

  /** The plan, before it is confirmed or done. */
  outline(outline: Outline): void {
    this.#say(`${this.summary(outline)}\n`);
    this.#isAfterOutline = true;
  }

  /** What only a person can do; nothing where nothing is. */
  stepsLeft(steps: Pick<Outline, 'manual' | 'followUps'>): void {
    const text = stepsLeft(steps, this.look);
    if (text !== '') this.#say(`\n${text}`);
  }

  /** The same as a text. */
  summary(outline: Outline): string {
    return this.#fitted(summarise(outline, this.look, this.#verbose));
  }

  /** The unified diffs of a dry run: the data, so on stdout. A person at a terminal sees those of bookkeeping on request alone. */
  async patches({ changes, project }: Outline): Promise<void> {
    if (this.#json) return;
    const { diffsOf } = await import('./patch.ts');
    const isWhole = this.#verbose || !this.#host.stdout.isTTY;
    this.#host.stdout.write(diffsOf(changes.filter(({ path }) => isWhole || !isBookkeeping(path, project.home))));
  }

  /** A step as it starts and as it ends; on a terminal, the time it takes counts up. */
  readonly progress = ({ command, ok, detail }: Step): void => {
    const line = command.argv.join(' ');
    const took = this.#elapsed.stop();
    if (ok === undefined) {
      this.#say(`${wrapItem('  ', `${line} … ${command.why}`, this.look.width).join('\n')}\n`);
      this.#elapsed.start();
    } else if (ok) this.#say(`  ${this.look.paint('green', 'done')}    ${line}${took}\n`);
    else this.#say(`  ${this.look.paint('red', 'failed')}  ${line}\n${(detail ?? '').replaceAll(/^/gm, '    ')}\n`);
  };

  /** A type check as it starts and as it ends. */
  readonly checking = ({ typed, errors, failure }: CheckStep): void => {
    if (failure !== undefined) this.#say(`  ${this.look.paint('red', 'failed')}  ${typed}\n`);
    else if (errors === undefined) this.#say(`  ${typed} … the app’s own type check\n`);
    else
      this.#say(
        `  ${this.look.paint('green', 'done')}    ${typed}: ${String(errors)} ${errors === 1 ? 'error' : 'errors'}\n`,
      );
  };

  /** What `--verify` found; nothing where it was not asked for. */
  async verified(verification: Verification | undefined, outline: Outline): Promise<void> {
    if (verification === undefined) return;
    const { describeVerification } = await import('./describe-verification.ts');
    const { project, manual, followUps = [] } = outline;
    const hasSteps = manual.length + followUps.length > 0;
    this.#say(describeVerification(verification, { look: this.look, undo: undoTyped(project), hasSteps }));
  }

  /** An interrupted run was taken back, before anything else. */
  recovered(paths: readonly AppPath[]): void {
    this.#recovered = paths;
    const what = paths.length === 0 ? 'it had not written anything yet' : `taken back: ${paths.join(', ')}`;
    this.#say(`An earlier run was interrupted half way; ${what}.\n`);
  }

  say(text: string): void {
    this.#say(text);
  }

  /** The end of a run: the document where one was asked for. */
  async finish(outcome: Outcome): Promise<number> {
    if (this.#json) this.#host.stdout.write(await runToJson({ ...outcome, recovered: this.#recovered }));
    return outcome.exitCode;
  }

  async checked(problems: readonly Problem[], { strict, annotations, root }: Checked = {}): Promise<number> {
    const fails = problems.some(({ level }) => level === 'drift' || strict === true);
    const exitCode = fails ? 2 : 0;
    if (annotations === 'github') {
      const { githubAnnotations } = await import('./github-annotations.ts');
      const stream = this.#json ? this.#host.stderr : this.#host.stdout;
      stream.write(githubAnnotations(problems, { strict: strict === true, root, host: this.#host }));
    }
    const text = this.#json ? checkToJson(problems, exitCode) : `${describe(problems, exitCode)}\n`;
    this.#host.stdout.write(text);
    return exitCode;
  }

  /** What a run left undone, with the command that does it. */
  unfinished(commands: readonly Command[]): void {
    for (const command of commands) this.#say(`Left for you: ${commandLine(command)}\n`);
  }

  #say(text: string): void {
    const said = this.#isAfterOutline ? text.replace(/^\n/, '') : text;
    this.#isAfterOutline = false;
    this.#host.stderr.write(this.#fitted(said));
  }

  #fitted(text: string): string {
    const { isTTY, columns } = this.#host.stderr;
    return isTTY ? narrow(text, columns) : text;
  }
}

function describe(problems: readonly Problem[], exitCode: number): string {
  const lines = problems.flatMap(({ level, path, text }) =>
    wrapItem(level === 'drift' ? 'drift  ' : 'note   ', `${path}: ${text}`),
  );
  const verdict = exitCode === 0 ? 'In sync: the code is what identity-vault.config.json says.' : 'Not in sync.';
  return [...lines, verdict, ...(exitCode === 0 ? [] : [howToMend(problems)])].join('\n');
}

function howToMend(problems: readonly Problem[]): string {
  const drift = problems.filter(({ level }) => level === 'drift');
  if (drift.length === 0) return 'With --strict, notes fail the check, too.';
  if (drift.every(({ code }) => code === 'conflict-markers'))
    return 'Choose between your lines and the new ones there, then commit the result.';
  if (drift.every(({ code }) => code === 'manual'))
    return 'Make these changes by hand: create-identity-vault prints the exact lines.';
  return 'Run create-identity-vault to bring the code in line, then commit the result.';
}
