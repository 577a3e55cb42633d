import { callApp } from '../vaults/call-app.ts';
import type { ManagedVault } from './managed-vault.ts';

/** How long the end of a session waits for the app's own, in milliseconds. */
const limit = 5000;

/** How long after that a sign-out is taken for the app's answer to it: an app may sign out without waiting for it. */
const answering = 5000;

// eslint-disable-next-line no-restricted-globals -- a vault of the app's own has no platform that it could come from
const now = (): number => performance.now();

/** Tells an app, once for each session, that the session has ended. */
export class SignOut {
  readonly #hook: () => unknown;
  #isUnderWay = false;
  #quietUntil = 0;
  /** Counts up: what is left of an earlier end says nothing of a later one. */
  #end = 0;

  constructor(hook: () => unknown) {
    this.#hook = hook;
  }

  /**
   * Settles with the hook, or when it took too long; what the hook fails with is reported as unhandled.
   * While it runs, and a little longer, there is nothing to tell: the app's own sign-out comes back here through `logout`.
   */
  async tell(): Promise<void> {
    if (this.#isUnderWay || now() < this.#quietUntil) return;
    this.#isUnderWay = true;
    const end = (this.#end += 1);
    const answer = Promise.resolve(callApp(this.#hook)).finally(() => {
      if (end !== this.#end) return;
      this.#isUnderWay = false;
      this.#quietUntil = now() + answering;
    });
    let timer: ReturnType<typeof setTimeout> | undefined;
    // eslint-disable-next-line no-restricted-globals -- a vault of the app's own has no platform that it could come from
    const tooLong = new Promise<void>((resolve) => (timer = setTimeout(resolve, limit)));
    await Promise.race([answer, tooLong]).catch((error: unknown) => void Promise.reject(error as Error));
    clearTimeout(timer);
  }

  /** @throws what unlocking failed with, once the app knows that the session is gone */
  async tellIfErased(error: unknown, vault: ManagedVault): Promise<never> {
    if (!(await vault.hasSession().catch(() => true))) await this.tell();
    throw error;
  }

  /** A new session is told of again, also where the last hook never settled. */
  reset(): void {
    this.#end += 1;
    this.#isUnderWay = false;
    this.#quietUntil = 0;
  }
}
