import type { PasscodeRequestHandler } from '../definitions/v6.ts';
import { inTurn } from '../vaults/in-turn.ts';
import { canceled } from '../vaults/refusals.ts';

/** The app's own passcode prompt: one request at a time, whose first answer counts. */
export class PasscodeDesk {
  /** The app's; without one the built-in prompt asks. */
  handler: PasscodeRequestHandler | undefined;
  readonly #inTurn = inTurn();
  /** Of the request that waits, or whose answer is being used. */
  #answer: ((passcode: string) => void) | undefined;

  /** @returns `false`: there is no request, and no answer being used, that this could belong to */
  answer(passcode: string): boolean {
    this.#answer?.(passcode);
    return this.#answer !== undefined;
  }

  /**
   * Asks, and uses the answer.
   * @throws VaultError `UserCanceledInteraction`: an empty answer, or a handler that failed
   */
  ask(isSetRequest: boolean, use: (passcode: string) => Promise<void>): Promise<void> {
    return this.#inTurn(async () => {
      try {
        const passcode = await this.#request(isSetRequest);
        // Without a value: what a plain JavaScript app's prompt gives when it is dismissed.
        if (!passcode) throw canceled();
        await use(passcode);
      } finally {
        this.#answer = undefined;
      }
    });
  }

  #request(isSetRequest: boolean): Promise<string> {
    return new Promise((resolve, reject) => {
      const answer = (passcode: string): void => resolve(passcode);
      this.#answer = answer;
      const shown = new Promise((settle) => settle(this.handler?.(isSetRequest, answer)));
      shown
        .then((returned) => {
          if (typeof returned === 'string') answer(returned);
        })
        .catch((error: unknown) => {
          // Nobody would answer any more.
          reject(canceled());
          throw error;
        });
    });
  }
}
