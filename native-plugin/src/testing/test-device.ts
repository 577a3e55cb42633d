import { CoreRegistry } from '../core/core-registry.ts';
import type { Clock, Lifecycle, PasscodePrompt, Ports, VaultStore } from '../core/ports.ts';
import { WEB_PROTECTION } from '../web/protection.ts';
import { plainSealing } from './plain-sealing.ts';

/** A device in memory: what is stored survives {@link TestDevice.boot}, processes and time don't run by themselves. */
export class TestDevice {
  readonly #stored = new Map<string, unknown>();
  readonly #timers = new Set<{ readonly at: number; readonly callback: () => void }>();
  readonly #parts: Partial<Ports>;
  #now = 0;
  #inBackground: (() => void)[] = [];
  #inForeground: (() => void)[] = [];
  registry: CoreRegistry;

  /** @param parts what is not in memory but real */
  constructor(prompt: PasscodePrompt, parts: Partial<Ports> = {}) {
    this.#parts = parts;
    this.registry = this.boot(prompt);
  }

  /** A new process over the same storage. */
  boot(prompt: PasscodePrompt): CoreRegistry {
    this.#inBackground = [];
    this.#inForeground = [];
    this.#timers.clear();
    this.registry = new CoreRegistry({
      appId: 'test',
      passcodeRules: { minLength: 4, maxLength: 128 },
      protection: WEB_PROTECTION,
      clock: this.#clock,
      store: this.#store,
      sealing: plainSealing(),
      prompt,
      lifecycle: this.#lifecycle,
      screen: { cover: () => undefined, uncover: () => undefined },
      channel: () => ({ post: () => undefined, onLocked: () => undefined }),
      ...this.#parts,
    });
    return this.registry;
  }

  background(milliseconds: number): void {
    for (const callback of this.#inBackground) callback();
    this.#now += milliseconds;
    for (const timer of [...this.#timers]) {
      if (timer.at <= this.#now && this.#timers.delete(timer)) timer.callback();
    }
    for (const callback of this.#inForeground) callback();
  }

  readonly #clock: Clock = {
    now: () => ({ wall: this.#now, monotonic: this.#now }),
    after: (milliseconds, callback) => {
      const timer = { at: this.#now + milliseconds, callback };
      this.#timers.add(timer);
      return () => void this.#timers.delete(timer);
    },
  };

  readonly #store: VaultStore = {
    load: (name) => Promise.resolve(this.#stored.get(name)),
    update: async (name, change) => {
      // As in a database, the change is made after the caller went on.
      await Promise.resolve();
      const next = change(this.#stored.get(name));
      if (next === undefined) this.#stored.delete(name);
      else this.#stored.set(name, next);
    },
  };

  readonly #lifecycle: Lifecycle = {
    onBackground: (callback) => void this.#inBackground.push(callback),
    onForeground: (callback) => void this.#inForeground.push(callback),
  };
}
