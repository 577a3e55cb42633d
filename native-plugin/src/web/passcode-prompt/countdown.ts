/** A time in which nothing is taken. */
export interface Wait {
  readonly milliseconds: number;
  /** @param remaining milliseconds */
  readonly text: (remaining: number) => string;
  /** Said when it is over. */
  readonly over: string;
}

interface Display {
  readonly show: (text: string) => void;
  readonly end: () => void;
}

/** Shows how long a wait goes on, each second. A page that slept goes on with the time that is left. */
export class Countdown {
  #timer: ReturnType<typeof setTimeout> | undefined;

  get isRunning(): boolean {
    return this.#timer !== undefined;
  }

  start({ milliseconds, text, over }: Wait, { show, end }: Display): void {
    this.stop();
    const deadline = performance.now() + milliseconds;
    const tick = (): void => {
      const remaining = deadline - performance.now();
      if (remaining > 0) {
        show(text(remaining));
        // At the next full second: the seconds that are shown are rounded up.
        this.#timer = setTimeout(tick, remaining % 1000 || 1000);
        return;
      }
      this.#timer = undefined;
      show(over);
      end();
    };
    tick();
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
