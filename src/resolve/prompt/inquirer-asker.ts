import { checkbox, input, select } from '@inquirer/prompts';
import type { Host } from '../../model/host.ts';
import {
  back,
  type Answer,
  type Asker,
  type ChoiceQuestion,
  type LineQuestion,
  type Question,
  type SelectionQuestion,
} from './asker.ts';
import { interrupted, signals } from './interrupted.ts';
import { QuestionText, scrolling } from './question-text.ts';

type Context = NonNullable<Parameters<typeof input>[1]>;

/** Lines for the question, its hint, what follows from the choice in focus, and the keys. */
const LINES_AROUND = 12;

/** Questions that are redrawn in place. */
export class InquirerAsker implements Asker {
  readonly #host: Host;
  readonly #texts: QuestionText;

  constructor(host: Host) {
    this.#host = host;
    this.#texts = new QuestionText(host);
  }

  say(text: string): void {
    this.#host.stderr.write(text);
  }

  async choose({ choices, current, ...question }: ChoiceQuestion): Promise<Answer<string>> {
    const config = {
      ...this.#texts.text(scrolling(question, choices, this.#pageSize)),
      choices: this.#texts.shown(choices),
      default: current,
      loop: false,
      pageSize: this.#pageSize,
    };
    return this.#ask(question, (context) => select(config, context));
  }

  async select({ choices, current, problemWith, ...question }: SelectionQuestion): Promise<Answer<readonly string[]>> {
    const config = {
      ...this.#texts.text(scrolling(question, choices, this.#pageSize), {
        style: {
          renderSelectedChoices: (chosen: readonly { short: string }[]) => this.#texts.chosen(question.title, chosen),
        },
      }),
      choices: this.#texts.shown(choices).map((choice) => ({ ...choice, checked: current.includes(choice.value) })),
      loop: false,
      pageSize: this.#pageSize,
      validate: (chosen: readonly { value: string }[]) =>
        this.#texts.problem(problemWith(chosen.map(({ value }) => value))),
    };
    return this.#ask(question, (context) => checkbox(config, context));
  }

  async line({ current, problemWith, ...question }: LineQuestion): Promise<Answer<string>> {
    const { canGoBack = false, hint } = question;
    const told = { ...question, hint: [hint, ...(canGoBack ? ['Esc goes back.'] : [])].join(' ').trim() };
    const config = {
      ...this.#texts.text(told, { end: '\n  >' }),
      default: current,
      transformer: (value: string, { isFinal }: { isFinal: boolean }) =>
        isFinal ? this.#texts.final(question.title, value) : value,
      validate: (value: string) => this.#texts.problem(problemWith(value)),
    };
    return this.#ask(question, (context) => input(config, context));
  }

  /** So many lines that the question still stands above them. */
  get #pageSize(): number {
    return Math.max((this.#host.stderr.rows || 24) - LINES_AROUND, 6);
  }

  close(): void {
    // Every prompt gives the terminal back when it ends.
  }

  /**
   * Inquirer ends orderly on Ctrl-C only: on Ctrl-D it would never answer, and a signal would leave the terminal raw.
   * Readline pauses stdin when it gives up; also once after Ctrl-Z and fg, and then it waits to be resumed.
   */
  async #ask<T>({ canGoBack = false }: Question, prompt: (context: Context) => Promise<T>): Promise<Answer<T>> {
    const { stdin, stderr } = this.#host;
    const leaving = new AbortController();
    const state = { isResumed: false, goesBack: false };
    const leave = (): void => leaving.abort();
    const comeBack = (): void => void (state.isResumed = true);
    const pause = (): void => {
      if (state.isResumed) stdin.resume();
      else leave();
      state.isResumed = false;
    };
    const press = (_: unknown, key: { readonly name?: string } | undefined): void => {
      if (!canGoBack || key?.name !== 'escape') return;
      state.goesBack = true;
      leave();
    };
    const context = {
      ...{ input: stdin, output: stderr, signal: leaving.signal },
      // A question that was left without an answer doesn't stay on the screen.
      get clearPromptOnDone() {
        return state.goesBack;
      },
    };
    stdin.on('pause', pause).on('end', leave).on('keypress', press);
    process.on('SIGCONT', comeBack);
    for (const signal of signals) process.on(signal, leave);
    try {
      return await prompt(context);
    } catch (error) {
      if (state.goesBack) return back;
      if (error instanceof Error && ['ExitPromptError', 'AbortPromptError'].includes(error.name))
        throw interrupted(error);
      throw error;
    } finally {
      stdin.off('pause', pause).off('end', leave).off('keypress', press);
      process.off('SIGCONT', comeBack);
      for (const signal of signals) process.off(signal, leave);
    }
  }
}
