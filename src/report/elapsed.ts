import { isCi } from '../cli/is-ci.ts';
import type { Host } from '../model/host.ts';
import { wantsPlainLines } from '../resolve/wants-plain-lines.ts';

/** Seconds before a person wonders whether anything happens. */
const PATIENCE = 1;

/** How long something has been running, counted up in a line of its own: on a terminal that redraws lines, and nowhere else. */
export class Elapsed {
  readonly #host: Host;
  #started = 0;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(host: Host) {
    this.#host = host;
  }

  start(): void {
    if (!isRedrawn(this.#host)) return;
    this.#started = Date.now();
    this.#timer = setInterval(() => this.#host.stderr.write(`\r    ${this.#seconds} s …`), 1000);
    this.#timer.unref();
  }

  /** Takes the line away. @returns how long it was, in words; empty where it was short, or nothing was counted */
  stop(): string {
    if (this.#timer === undefined) return '';
    clearInterval(this.#timer);
    this.#timer = undefined;
    const isShown = Date.now() - this.#started >= PATIENCE * 1000;
    if (isShown) this.#host.stderr.write('\r\u001b[K');
    return isShown ? `  (${this.#seconds} s)` : '';
  }

  get #seconds(): string {
    return String(Math.round((Date.now() - this.#started) / 1000));
  }
}

function isRedrawn({ stderr, env }: Host): boolean {
  return stderr.isTTY && !wantsPlainLines(env) && !isCi(env);
}
