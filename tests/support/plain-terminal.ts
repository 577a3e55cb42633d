import { PassThrough } from 'node:stream';
import type { Host } from '../../src/model/host.ts';

/** A person who reads plain lines. `answers` has what is typed after each question, by the words it has; else Enter. */
export class PlainTerminal {
  /** All that was said. */
  said = '';
  readonly asked: string[] = [];
  readonly #answers: [question: string, answer: string][];
  readonly #stdin = Object.assign(new PassThrough(), { isTTY: true });
  readonly #stderr = Object.assign(new PassThrough(), { isTTY: true, columns: 80 });
  #heard = 0;

  constructor(answers: readonly (readonly [question: string, answer: string])[]) {
    this.#answers = answers.map(([question, answer]) => [question, answer]);
    this.#stderr.on('data', (chunk: Buffer) => this.#hear(chunk.toString()));
  }

  get host(): Pick<Host, 'stdin' | 'stdout' | 'stderr' | 'env'> {
    return {
      stdin: this.#stdin as unknown as Host['stdin'],
      stdout: Object.assign(new PassThrough(), { isTTY: true }) as unknown as Host['stdout'],
      stderr: this.#stderr as unknown as Host['stderr'],
      env: { ACCESSIBLE: '1' },
    };
  }

  #hear(text: string): void {
    this.said += text;
    if (!/press Enter [^\n]*: $/.test(this.said)) return;
    const question = this.said.slice(this.#heard);
    this.#heard = this.said.length;
    this.asked.push(question);
    const [next] = this.#answers;
    if (next === undefined || !question.includes(next[0])) {
      this.#stdin.write('\n');
      return;
    }
    this.#answers.shift();
    this.#stdin.write(`${numbered(question, next[1])}\n`);
  }
}

/** The number before a choice of that name; what is no choice is typed as it is. */
function numbered(question: string, answer: string): string {
  const line = question
    .split('\n')
    .find((one) => one.replace(/^ *\d+\. /, '').startsWith(answer) && /^ *\d+\./.test(one));
  return line === undefined ? answer : line.trim().replace(/\..*/, '');
}
