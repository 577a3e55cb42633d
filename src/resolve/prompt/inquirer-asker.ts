import { styleText } from 'node:util';
import { checkbox, input, select } from '@inquirer/prompts';
import type { Host } from '../../model/host.ts';
import type { Asker, Choice, ChoiceQuestion, LineQuestion, Question, SelectionQuestion } from './asker.ts';
import { interrupted, signals } from './interrupted.ts';
import { wrap } from '../../text/wrap.ts';

type Context = NonNullable<Parameters<typeof input>[1]>;

/** So many that the question still stands above them on the smallest of common screens, with 24 lines. */
const pageSize = 10;

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
    const config = {
      ...this.#text(scrolling(question, choices)),
      choices: choices.map((choice) => this.#shown(choice)),
      default: current,
      loop: false,
      pageSize,
    };
    return this.#ask((context) => select(config, context));
  }

  async select({ choices, current, problemWith, ...question }: SelectionQuestion): Promise<readonly string[]> {
    const config = {
      ...this.#text(scrolling(question, choices), {
        style: {
          renderSelectedChoices: (chosen: readonly { short: string }[]) => this.#chosen(question.title, chosen),
        },
      }),
      choices: choices.map((choice) => ({ ...this.#shown(choice), checked: current.includes(choice.value) })),
      loop: false,
      pageSize,
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

  /** Each choice on one line: paths of pages may be long, and both their ends tell them apart. */
  #shown({ name, description = '', ...choice }: Choice): Choice & { readonly description: string } {
    const length = this.#width - 2;
    const half = Math.floor(length / 2);
    const fitted = name.length <= length ? name : `${name.slice(0, length - half - 1)}…${name.slice(-half)}`;
    return { ...choice, name: fitted, description: this.#wrapped(description) };
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

/** Nothing else on the screen says that there are more than can be seen. */
function scrolling({ title, hint }: Question, choices: readonly Choice[]): Question {
  const more = choices.length > pageSize ? [`${String(choices.length)} to choose from: the list scrolls.`] : [];
  return { title, hint: [hint, ...more].filter((text) => text !== '').join(' ') };
}

/** The line that stays on the screen: what was asked, and what was answered. */
function answered(title: string): string {
  return /[?:]$/.test(title) ? title : `${title}:`;
}
