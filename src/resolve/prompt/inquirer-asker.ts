import { styleText } from 'node:util';
import { checkbox, input, select } from '@inquirer/prompts';
import type { Host } from '../../model/host.ts';
import type { Asker, ChoiceQuestion, LineQuestion, Question, SelectionQuestion } from './asker.ts';
import { interrupted, signals } from './interrupted.ts';
import { wrap } from '../../text/wrap.ts';

type Context = NonNullable<Parameters<typeof input>[1]>;

/** Leaves when the process would otherwise be killed with the terminal still in raw mode. */
/** Questions that are redrawn in place. */
export class InquirerAsker implements Asker {
  readonly #host: Host;

  constructor(host: Host) {
    this.#host = host;
  }

  say(text: string): void {
    this.#host.stderr.write(text);
  }

  heading(text: string): void {
    this.say(`\n${this.#style('bold', text)}\n`);
  }

  async choose({ choices, current, ...question }: ChoiceQuestion): Promise<string> {
    const shown = choices.map((choice) => ({ ...choice, description: this.#wrapped(choice.description ?? '') }));
    const config = { ...this.#text(question), choices: shown, default: current, loop: false, pageSize: 10 };
    return this.#ask((context) => select(config, context));
  }

  async select({ choices, current, problemWith, ...question }: SelectionQuestion): Promise<readonly string[]> {
    const config = {
      ...this.#text(question, {
        style: {
          renderSelectedChoices: (chosen: readonly { short: string }[]) => this.#chosen(question.title, chosen),
        },
      }),
      choices: choices.map((choice) => ({
        ...choice,
        description: this.#wrapped(choice.description ?? ''),
        checked: current.includes(choice.value),
      })),
      loop: false,
      pageSize: 10,
      validate: (chosen: readonly { value: string }[]) => this.#problem(problemWith(chosen.map(({ value }) => value))),
    };
    return this.#ask((context) => checkbox(config, context));
  }

  async line({ current, problemWith, ...question }: LineQuestion): Promise<string> {
    const config = {
      ...this.#text(question, { end: '\n  >' }),
      default: current,
      transformer: (value: string, { isFinal }: { isFinal: boolean }) =>
        isFinal ? this.#final(question.title, value) : value,
      validate: (value: string) => this.#problem(problemWith(value)),
    };
    return this.#ask((context) => input(config, context));
  }

  close(): void {
    // Every prompt gives the terminal back when it ends.
  }

  /** The title, and below it the hint, which goes when the question is answered. */
  #text({ title, hint }: Question, { style = {}, end = '' }: { style?: Record<string, unknown>; end?: string } = {}) {
    const idle = hint === '' ? this.#style('bold', title) : `${this.#style('bold', title)}\n${this.#hint(hint)}${end}`;
    const message = (text: string, status: string): string =>
      status === 'done' ? this.#style('bold', answered(text)) : idle;
    return { message: title, theme: { style: { message, ...style } } };
  }

  #hint(hint: string): string {
    return this.#wrapped(hint)
      .split('\n')
      .map((line) => `  ${this.#style('dim', line)}`)
      .join('\n');
  }

  #problem(problem: string | undefined): string | true {
    return problem === undefined ? true : this.#wrapped(problem).replaceAll('\n', '\n  ');
  }

  /** An answer that doesn't fit beside its question stands below it. */
  #final(title: string, value: string): string {
    if (value === '' || value === '-') return this.#style('dim', 'none');
    const lines = title.length + value.length < this.#width ? [value] : ['', ...wrap(value, this.#width)];
    return lines.map((line) => this.#style('cyan', line)).join('\n  ');
  }

  #chosen(title: string, chosen: readonly { short: string }[]): string {
    const names = chosen.map(({ short }) => short).join(', ');
    if (chosen.length === 0) return 'none';
    return title.length + names.length < this.#width ? names : `${String(chosen.length)} selected`;
  }

  #style(style: 'bold' | 'dim' | 'cyan', text: string): string {
    return styleText(style, text, { stream: this.#host.stderr });
  }

  /** Inquirer breaks long lines anywhere, also inside words. */
  #wrapped(text: string): string {
    return wrap(text, this.#width).join('\n');
  }

  /** Long lines are hard to read, however wide the terminal; the rest is for marks and indents. */
  get #width(): number {
    return Math.min(this.#host.stderr.columns || 80, 80) - 5;
  }

  /**
   * Inquirer ends orderly on Ctrl-C only: on Ctrl-D it would never answer, and a signal would leave the terminal raw.
   * Readline pauses stdin when it gives up; also once after Ctrl-Z and fg, and then it waits to be resumed.
   */
  async #ask<T>(prompt: (context: Context) => Promise<T>): Promise<T> {
    const { stdin, stderr } = this.#host;
    const leaving = new AbortController();
    let isBack = false;
    const leave = (): void => leaving.abort();
    const comeBack = (): void => void (isBack = true);
    const pause = (): void => {
      if (isBack) stdin.resume();
      else leave();
      isBack = false;
    };
    stdin.on('pause', pause).on('end', leave);
    process.on('SIGCONT', comeBack);
    for (const signal of signals) process.on(signal, leave);
    try {
      return await prompt({ input: stdin, output: stderr, signal: leaving.signal });
    } catch (error) {
      if (error instanceof Error && ['ExitPromptError', 'AbortPromptError'].includes(error.name))
        throw interrupted(error);
      throw error;
    } finally {
      stdin.off('pause', pause).off('end', leave);
      process.off('SIGCONT', comeBack);
      for (const signal of signals) process.off(signal, leave);
    }
  }
}

/** The line that stays on the screen: what was asked, and what was answered. */
function answered(title: string): string {
  return /[?:]$/.test(title) ? title : `${title}:`;
}
