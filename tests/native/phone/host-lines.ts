import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Told } from './phone-under-test.ts';

export type Reply = Readonly<Record<string, unknown>>;

/** Who hears what happens by itself, and what is printed. */
export interface Ears {
  tell(told: Told): void;
  print(text: string): void;
}

interface Asked {
  readonly answer: (reply: Reply) => void;
  readonly fail: (error: Error) => void;
}

/**
 * In milliseconds of real time; the time that stories let pass is not real. The first answer needs a whole Android to be
 * started, some seconds of a processor, of which a machine with much to do has little to give.
 */
const LONGEST_ANSWER = 240_000;

/** A host's process: one JSON object a line. Commands go in; answers, by the command's number, and events come out. */
export class HostLines {
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #asked = new Map<number, Asked>();
  readonly #ended: Promise<void>;
  #last = 0;

  constructor([program = '', ...args]: readonly string[], ears: Ears) {
    this.#child = spawn(program, args);
    let printed = '';
    this.#child.stderr.setEncoding('utf8').on('data', (text: string) => {
      printed = (printed + text).slice(-4000);
      ears.print(text);
    });
    createInterface(this.#child.stdout).on('line', (line) => {
      const reply = JSON.parse(line) as Reply;
      if (typeof reply['id'] === 'number') this.#asked.get(reply['id'])?.answer(reply);
      else ears.tell(reply as unknown as Told);
    });
    this.#ended = new Promise((resolve) => {
      this.#child.on('exit', (code, signal) => {
        this.giveUp(`the host ended (${code ?? signal}): ${printed}`);
        resolve();
      });
    });
    // A message to a process that has just ended.
    this.#child.stdin.on('error', () => undefined);
  }

  /** @returns what it answered; `result` of a command that looks at something */
  async do(name: string, given: Reply = {}): Promise<Reply> {
    this.#last += 1;
    const id = this.#last;
    const reply = new Promise<Reply>((answer, fail) => this.#asked.set(id, { answer, fail }));
    // Not what it was given: that may be a passcode.
    const slow = new Error(`no answer to ${name} ${JSON.stringify(given['method'] ?? '')}`);
    const limit = waitsForEvents(given) ? undefined : setTimeout(() => this.#asked.get(id)?.fail(slow), LONGEST_ANSWER);
    this.#child.stdin.write(`${JSON.stringify({ ...given, id, do: name })}\n`);
    try {
      return await reply;
    } finally {
      clearTimeout(limit);
      this.#asked.delete(id);
    }
  }

  /** A message of the page, as Capacitor passes it on. @throws what Capacitor makes of a rejection */
  async message(method: string, options: unknown): Promise<unknown> {
    const { success, data } = await this.do('message', { method, options });
    if (success === true) return data;
    const { code, data: details } = data as Reply;
    throw Object.assign(new Error('refused'), { code, data: details });
  }

  /** What was asked is never answered. */
  giveUp(reason: string): void {
    for (const { fail } of this.#asked.values()) fail(new Error(reason));
  }

  /** It ends by itself. */
  async end(): Promise<void> {
    this.#child.stdin.end();
    await this.#ended;
  }

  async kill(): Promise<void> {
    this.#child.kill('SIGKILL');
    await this.#ended;
  }
}

/** It is answered when something happens, which may be never. */
function waitsForEvents({ options }: Reply): boolean {
  return (options as Reply | undefined)?.['call'] === 'events';
}
