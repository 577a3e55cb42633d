import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { createInterface } from 'node:readline';
import { withSwiftCommand } from '../../../scripts/native/ios-app.mjs';

/** How the system starts the app. */
export interface Launch {
  /** Without a scene: prewarming, a push. */
  readonly background?: boolean;
  readonly logging?: boolean;
  readonly isDebug?: boolean;
  /** The plugin's part of Capacitor's configuration. */
  readonly plugin?: Readonly<Record<string, unknown>>;
}

/** What happened by itself. */
export interface Told {
  readonly event: 'prompt' | 'screen';
  readonly prompt?: 'biometric' | 'passcode' | 'permission' | 'passcodeEntry';
  readonly screen?: 'covered' | 'uncovered';
}

interface Ears {
  tell(told: Told): void;
  print(text: string): void;
}

type Reply = Readonly<Record<string, unknown>>;

/** One process of the app: `native-plugin/ios/test-host/Host`, by its lines. */
export class AppProcess {
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #waiting = new Map<number, { answer: (reply: Reply) => void; fail: (error: Error) => void }>();
  readonly #ended: Promise<void>;
  #last = 0;

  constructor(executable: string, environment: NodeJS.ProcessEnv, ears: Ears) {
    const set = Object.entries(environment).map(([name, value]) => `${name}=${value}`);
    this.#child = spawn('bash', [withSwiftCommand, 'env', ...set, executable]);
    let printed = '';
    this.#child.stderr.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
      ears.print(text);
    });
    createInterface(this.#child.stdout).on('line', (line) => {
      const reply = JSON.parse(line) as Reply;
      if (typeof reply['id'] === 'number') this.#waiting.get(reply['id'])?.answer(reply);
      else ears.tell(reply as unknown as Told);
    });
    this.#ended = new Promise((resolve) => {
      this.#child.on('exit', (code, signal) => {
        const error = new Error(`the app ended (${code ?? signal}): ${printed.slice(-2000)}`);
        for (const { fail } of this.#waiting.values()) fail(error);
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
    const reply = new Promise<Reply>((answer, fail) => this.#waiting.set(id, { answer, fail }));
    this.#child.stdin.write(`${JSON.stringify({ ...given, id, do: name })}\n`);
    try {
      return await reply;
    } finally {
      this.#waiting.delete(id);
    }
  }

  /** A message of the page, as Capacitor passes it on. @throws what Capacitor makes of a rejection */
  async message(method: string, options: unknown): Promise<unknown> {
    const { success, data } = await this.do('message', { method, options });
    if (success === true) return data;
    const { code, data: details } = data as Reply;
    throw Object.assign(new Error('refused'), { code, data: details });
  }

  async quit(): Promise<void> {
    this.#child.stdin.end();
    await this.#ended;
  }

  /** Not the shell that has set it up: its whole group would be ours. */
  async kill(): Promise<void> {
    this.#child.kill('SIGKILL');
    await this.#ended;
  }
}
