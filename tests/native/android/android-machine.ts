import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { PhoneCommand } from '../../../scripts/native/android/android-phone.mjs';

type Reply = Readonly<Record<string, unknown>>;

/** Who hears what happens by itself, and what is printed. */
export interface Ears {
  tell(told: Reply): void;
  print(text: string): void;
}

const DEAF: Ears = { tell: () => undefined, print: () => undefined };

/** A computer that is one phone after the other: `native-plugin/android/test-host/phone`, by its lines. Android takes long to start. */
export class AndroidMachine {
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #waiting = new Map<number, { answer: (reply: Reply) => void; fail: (error: Error) => void }>();
  readonly #ended: Promise<void>;
  #last = 0;
  #ears = DEAF;

  constructor(command: PhoneCommand, sdk: number) {
    const [program = '', ...args] = command(sdk);
    this.#child = spawn(program, args);
    let printed = '';
    this.#child.stderr.setEncoding('utf8').on('data', (text: string) => {
      printed = (printed + text).slice(-4000);
      this.#ears.print(text);
    });
    createInterface(this.#child.stdout).on('line', (line) => this.#hear(JSON.parse(line) as Reply));
    this.#ended = new Promise((resolve) => {
      this.#child.on('exit', (code, signal) => {
        const error = new Error(`the phone ended (${code ?? signal}): ${printed}`);
        for (const { fail } of this.#waiting.values()) fail(error);
        resolve();
      });
    });
    // A message to a process that has just ended.
    this.#child.stdin.on('error', () => undefined);
  }

  #hear(reply: Reply): void {
    const { id } = reply;
    if (typeof id === 'number') this.#waiting.get(id)?.answer(reply);
    else this.#ears.tell(reply);
  }

  listen(ears: Ears): void {
    this.#ears = ears;
  }

  async do(name: string, given: Reply = {}): Promise<Reply> {
    this.#last += 1;
    const id = this.#last;
    const reply = new Promise<Reply>((answer, fail) => this.#waiting.set(id, { answer, fail }));
    this.#child.stdin.write(`${JSON.stringify({ ...given, id, do: name })}\n`);
    try {
      return await reply;
    } finally {
      this.#waiting.delete(id);
    }
  }

  /** The app is gone: what was asked of it is never answered. */
  async kill(): Promise<void> {
    const asked = [...this.#waiting.values()];
    await this.do('kill');
    for (const { fail } of asked) fail(new Error('the app was ended'));
  }

  async turnOff(): Promise<void> {
    this.#child.stdin.end();
    await this.#ended;
  }
}
