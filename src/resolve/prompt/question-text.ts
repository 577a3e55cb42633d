import { styleText } from 'node:util';
import type { Host } from '../../model/host.ts';
import { wrap } from '../../text/wrap.ts';
import type { Choice, Question } from './asker.ts';

/** How questions, choices and answers look on a terminal of this width. */
export class QuestionText {
  readonly #host: Host;

  constructor(host: Host) {
    this.#host = host;
  }

  /** The title, and below it the hint, which goes when the question is answered. */
  text(
    { title, hint, canGoBack = false }: Question,
    { style = {}, end = '' }: { style?: Record<string, unknown>; end?: string } = {},
  ) {
    const shown = this.#style('bold', this.#wrapped(title).replaceAll('\n', '\n  '));
    const idle = hint === '' ? shown : `${shown}\n${this.#hint(hint)}${end}`;
    const message = (text: string, status: string): string =>
      status === 'done' ? this.#style('bold', answered(text)) : idle;
    const keysHelpTip = (keys: readonly (readonly [key: string, action: string])[]): string =>
      this.#keys([...keys, ...(canGoBack ? [['esc', 'back'] as const] : [])]);
    return { message: title, theme: { style: { message, keysHelpTip, ...style } } };
  }

  #keys(keys: readonly (readonly [key: string, action: string])[]): string {
    const told = keys.map(([key, action]) => `${this.#style('bold', key)} ${this.#style('dim', action)}`);
    return told.join(this.#style('dim', ' • '));
  }

  /** Each choice with its hint: beside the names where all fit there, else below them. */
  shown(choices: readonly Choice[]): (Choice & { readonly short: string; readonly description: string })[] {
    const names = choices.map(({ name }) => this.#fitted(name, this.#width - 2));
    const column = Math.max(...names.map((name) => name.length)) + 2;
    const isWide = choices.every(({ hint = '' }) => column + hint.length <= this.#width - 2);
    return choices.map(({ value, hint = '', description = '' }, index) => {
      const short = names[index] ?? '';
      const beside = isWide ? ' '.repeat(column - short.length) : '\n    ';
      const lines = wrap(hint, this.#width - 4).map((line) => this.#style('dim', this.#fitted(line, this.#width - 4)));
      const name = hint === '' ? short : `${short}${beside}${lines.join('\n    ')}`;
      return { value, name, short, description: this.#wrapped(description) };
    });
  }

  /** Paths of pages may be long, and both their ends tell them apart. */
  #fitted(text: string, length: number): string {
    const half = Math.floor(length / 2);
    return text.length <= length ? text : `${text.slice(0, length - half - 1)}…${text.slice(-half)}`;
  }

  #hint(hint: string): string {
    return this.#wrapped(hint)
      .split('\n')
      .map((line) => `  ${this.#style('dim', line)}`)
      .join('\n');
  }

  problem(problem: string | undefined): string | true {
    return problem === undefined ? true : this.#wrapped(problem).replaceAll('\n', '\n  ');
  }

  /** An answer that doesn't fit beside its question stands below it. */
  final(title: string, value: string): string {
    if (value === '' || value === '-') return this.#style('dim', 'none');
    return this.#beside(title, value, (line) => this.#style('cyan', line));
  }

  chosen(title: string, chosen: readonly { short: string }[]): string {
    const names = chosen.map(({ short }) => short).join(', ');
    if (chosen.length === 0) return 'none';
    const fits = title.length + names.length < this.#width;
    return this.#beside(title, fits ? names : `${String(chosen.length)} selected`);
  }

  #beside(title: string, answer: string, style = (line: string): string => line): string {
    const fits = title.length + answer.length < this.#width;
    return (fits ? [answer] : ['', ...wrap(answer, this.#width)]).map(style).join('\n  ');
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
}

/** Nothing else on the screen says that there are more than can be seen. */
export function scrolling({ hint, ...question }: Question, choices: readonly Choice[], pageSize: number): Question {
  const more = choices.length > pageSize ? [`${String(choices.length)} to choose from: the list scrolls.`] : [];
  return { ...question, hint: [hint, ...more].filter((text) => text !== '').join(' ') };
}

/** The line that stays on the screen: what was asked, and what was answered. */
function answered(title: string): string {
  return /[?:]$/.test(title) ? title : `${title}:`;
}
