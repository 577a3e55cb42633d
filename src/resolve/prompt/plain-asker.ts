import { createInterface, type Interface } from 'node:readline';
import type { Host } from '../../model/host.ts';
import {
  back,
  type Answer,
  type Asker,
  type Choice,
  type ChoiceQuestion,
  type LineQuestion,
  type Question,
  type SelectionQuestion,
} from './asker.ts';
import { interrupted, signals } from './interrupted.ts';
import { wrap } from '../../text/wrap.ts';

/** Questions in plain, numbered lines. The terminal stays in its own line mode, and nothing is drawn twice. */
export class PlainAsker implements Asker {
  readonly #host: Host;
  readonly #reader: Interface;
  readonly #lines: AsyncIterator<string>;
  readonly #leave = (): void => this.#reader.close();

  constructor(host: Host) {
    this.#host = host;
    this.#reader = createInterface({ input: host.stdin, terminal: false });
    this.#lines = this.#reader[Symbol.asyncIterator]();
    for (const signal of signals) process.on(signal, this.#leave);
  }

  say(text: string): void {
    this.#host.stderr.write(text);
  }

  async choose({ choices, current, ...question }: ChoiceQuestion): Promise<Answer<string>> {
    this.#introduce(question);
    this.#list(choices, (choice) => (choice.value === current ? ' (current)' : ''));
    for (;;) {
      const answer = await this.#read(`Type a number,${orBack(question)} or press Enter for the current one: `);
      if (isBack(answer, question)) return back;
      if (answer === '') return current;
      const [choice, second] = chosen(choices, answer);
      if (choice && !second) return choice.value;
      this.#refuse(`Type a number from 1 to ${String(choices.length)}.`);
    }
  }

  async select({ choices, current, problemWith, ...question }: SelectionQuestion): Promise<Answer<readonly string[]>> {
    this.#introduce(question);
    this.#list(choices, (choice) => (current.includes(choice.value) ? ' (selected)' : ''));
    const none = current.length === 0 ? '' : ' - for none,';
    const enter = current.length === 0 ? 'for none' : 'to keep these';
    for (;;) {
      const answer = await this.#read(`Type numbers, like 1,2,${none}${orBack(question)} or press Enter ${enter}: `);
      if (isBack(answer, question)) return back;
      const values = answer === '' ? current : answer === '-' ? [] : chosen(choices, answer).map(({ value }) => value);
      const isUnderstood = values.length > 0 || answer === '' || answer === '-';
      const problem = isUnderstood
        ? problemWith(values)
        : `Type numbers from 1 to ${String(choices.length)}, like 1,2.`;
      if (problem === undefined) return values;
      this.#refuse(problem);
    }
  }

  async line({ current, problemWith, ...question }: LineQuestion): Promise<Answer<string>> {
    this.#introduce(question);
    for (;;) {
      const answer = await this.#read(`Type an answer,${orBack(question)} or press Enter for ${shownValue(current)}: `);
      if (isBack(answer, question)) return back;
      const value = answer === '' ? current : answer;
      const problem = problemWith(value);
      if (problem === undefined) return value;
      this.#refuse(problem);
    }
  }

  close(): void {
    for (const signal of signals) process.off(signal, this.#leave);
    this.#reader.close();
  }

  #introduce({ title, hint }: Question): void {
    this.say(`\n${this.#wrapped(title, 0)}\n${hint === '' ? '' : `${this.#wrapped(hint, 0)}\n`}`);
  }

  #list(choices: readonly Choice[], mark: (choice: Choice) => string): void {
    for (const [index, choice] of choices.entries()) {
      this.say(`  ${String(index + 1)}. ${choice.name}${mark(choice)}\n`);
      // There is room for what follows from it, which says what the hint does.
      const told = choice.description ?? choice.hint;
      if (told !== undefined) this.say(`     ${this.#wrapped(told, 5)}\n`);
    }
  }

  #refuse(problem: string): void {
    this.say(`${this.#wrapped(problem, 0)}\n`);
  }

  async #read(text: string): Promise<string> {
    this.say(text);
    const line = await this.#lines.next();
    if (line.done !== true) return line.value.trim();
    this.say('\n');
    throw interrupted();
  }

  #wrapped(text: string, indent: number): string {
    const width = Math.min(this.#host.stderr.columns || 80, 80) - 2 - indent;
    return wrap(text, width).join(`\n${' '.repeat(indent)}`);
  }
}

/** A value too long to be read out twice is not repeated here. */
function shownValue(current: string): string {
  return current === '' ? 'none' : current.length <= 30 ? `"${current}"` : 'the current text';
}

/** The choices with these numbers; none when one of them is no number of the list. */
function chosen(choices: readonly Choice[], answer: string): Choice[] {
  const found = answer.split(/[\s,]+/).map((part) => (/^\d+$/.test(part) ? choices[Number(part) - 1] : undefined));
  return found.every((choice) => choice !== undefined) ? [...new Set(found)] : [];
}

/** Typed where there is a question before. */
const BACK = '<';

function orBack({ canGoBack = false }: Question): string {
  return canGoBack ? ` ${BACK} to go back,` : '';
}

function isBack(answer: string, { canGoBack = false }: Question): boolean {
  return canGoBack && answer === BACK;
}
