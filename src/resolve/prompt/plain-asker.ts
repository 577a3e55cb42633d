import { createInterface, type Interface } from 'node:readline';
import type { Host } from '../../model/host.ts';
import type { Asker, Choice, ChoiceQuestion, LineQuestion, Question, SelectionQuestion } from './asker.ts';
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

  heading(text: string): void {
    this.say(`\n${text}\n`);
  }

  async choose({ choices, current, ...question }: ChoiceQuestion): Promise<string> {
    this.#introduce(question);
    this.#list(choices, (choice) => (choice.value === current ? ' (current)' : ''));
    for (;;) {
      const answer = await this.#read('Type a number, or press Enter for the current one: ');
      if (answer === '') return current;
      const [choice, second] = chosen(choices, answer);
      if (choice && !second) return choice.value;
      this.#refuse(`Type a number from 1 to ${String(choices.length)}.`);
    }
  }

  async select({ choices, current, problemWith, ...question }: SelectionQuestion): Promise<readonly string[]> {
    this.#introduce(question);
    this.#list(choices, (choice) => (current.includes(choice.value) ? ' (selected)' : ''));
    const enter = current.length === 0 ? 'or press Enter for none' : '- for none, or press Enter to keep these';
    for (;;) {
      const answer = await this.#read(`Type numbers, like 1,2, ${enter}: `);
      const values = answer === '' ? current : answer === '-' ? [] : chosen(choices, answer).map(({ value }) => value);
      const isUnderstood = values.length > 0 || answer === '' || answer === '-';
      const problem = isUnderstood
        ? problemWith(values)
        : `Type numbers from 1 to ${String(choices.length)}, like 1,2.`;
      if (problem === undefined) return values;
      this.#refuse(problem);
    }
  }

  async line({ current, problemWith, ...question }: LineQuestion): Promise<string> {
    this.#introduce(question);
    for (;;) {
      const answer = await this.#read(lineRequest(current));
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
      if (choice.description !== undefined) this.say(`     ${this.#wrapped(choice.description, 5)}\n`);
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
function lineRequest(current: string): string {
  const shown = current === '' ? 'none' : current.length <= 40 ? `"${current}"` : 'the current text';
  return `Type an answer, or press Enter for ${shown}: `;
}

/** The choices with these numbers; none when one of them is no number of the list. */
function chosen(choices: readonly Choice[], answer: string): Choice[] {
  const found = answer.split(/[\s,]+/).map((part) => (/^\d+$/.test(part) ? choices[Number(part) - 1] : undefined));
  return found.every((choice) => choice !== undefined) ? [...new Set(found)] : [];
}
