import type { CoreHost } from '../../core/ports/core-host.ts';
import type { LockEvent } from '../../definitions/v4.ts';
import type { VaultListener } from '../vault-service.ts';
import { entryRefusalOf } from './core-failure.ts';
import type { EntryRequest, PasscodePrompt } from './passcode-prompt.ts';
import type { Platform } from './platform.ts';

/** What the built-in prompt is told of the vault that it opens. */
interface Prompting extends Pick<Platform, 'screen' | 'timer'> {
  readonly prompt: PasscodePrompt;
  /** As of the moment in which the prompt is shown. */
  readonly about: () => Pick<EntryRequest, 'options' | 'attemptsLeft'>;
}

/** What the core tells, passed on to the handles; and the screen, which waits for what they answer. */
export class LocalEvents implements CoreHost {
  readonly authenticator: CoreHost['authenticator'];
  readonly #platform: Pick<Platform, 'screen' | 'timer'>;
  readonly #listeners = new Set<VaultListener>();
  /** What the listeners answered to the last lock. */
  #reactions: readonly unknown[] = [];
  /** Counts the times the screen was covered, so that only the answer to the last lock uncovers it. */
  #covers = 0;
  #cancelWake: () => void = () => undefined;

  constructor({ prompt, about, screen, timer }: Prompting) {
    this.#platform = { screen, timer };
    this.authenticator = {
      enterPasscode: (submit) =>
        prompt.enter({
          ...about(),
          async submit(passcode) {
            const refusal = await submit(passcode);
            return refusal && entryRefusalOf(refusal);
          },
        }),
    };
  }

  /** @returns the cancellation */
  subscribe(listener: VaultListener): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  #emit(event: (listener: VaultListener) => unknown): readonly unknown[] {
    return [...this.#listeners].map(event);
  }

  onUnlocked(): void {
    this.#emit((listener) => listener.onUnlock());
  }

  onLocked(event: LockEvent): void {
    this.#reactions = this.#emit((listener) => listener.onLock(event));
  }

  onErased(): void {
    this.#reactions = this.onConfigured();
  }

  onIdle(remaining: number): void {
    this.#emit((listener) => listener.onIdle?.(remaining));
  }

  onActive(): void {
    this.#emit((listener) => listener.onActive?.());
  }

  onConfigured(): readonly unknown[] {
    return this.#emit((listener) => listener.onConfig());
  }

  wakeIn(milliseconds: number | null, wake: () => void): void {
    this.#cancelWake();
    this.#cancelWake = milliseconds === null ? () => undefined : this.#platform.timer(milliseconds, wake);
  }

  cover(): void {
    this.#covers += 1;
    this.#platform.screen.cover();
  }

  uncover(): void {
    this.#platform.screen.uncover();
  }

  uncoverWhenAcknowledged(limit: number): void {
    const covers = this.#covers;
    const reactions = this.#reactions;
    const tooLong = new Promise<void>((resolve) => void this.#platform.timer(limit, resolve));
    void Promise.race([settled(reactions), tooLong]).then(() => {
      if (covers === this.#covers) this.#platform.screen.uncover();
    });
  }
}

/** Waits for the app's reactions; one that failed is still reported as unhandled. */
async function settled(reactions: readonly unknown[]): Promise<void> {
  for (const result of await Promise.allSettled(reactions)) {
    if (result.status === 'rejected') void Promise.reject(result.reason as Error);
  }
}
