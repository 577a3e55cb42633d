import { callApp } from '../vaults/call-app.ts';
import type { VaultError } from '../definitions/errors.ts';
import type { IdentityVaultConfig, PasscodeRequestHandler } from '../definitions/v6.ts';
import { PasscodeDesk } from './passcode-desk.ts';

type Callback<Event> = (event: Event) => unknown;

/** The callbacks an app registers with a vault. Those of one event are all called, in the order they came. */
export abstract class VaultCallbacks {
  protected readonly desk = new PasscodeDesk();
  readonly #onConfig: Callback<IdentityVaultConfig>[] = [];
  readonly #onError: Callback<VaultError>[] = [];
  readonly #onLock: Callback<{ timeout: boolean }>[] = [];
  readonly #onUnlock: Callback<undefined>[] = [];

  /** The configuration was changed by `updateConfig`. */
  onConfigChanged(callback: (config: IdentityVaultConfig) => unknown): void {
    this.#onConfig.push(callback);
  }

  /** A call was rejected, or something failed that no call waits for. */
  onError(callback: (error: VaultError) => unknown): void {
    this.#onError.push(callback);
  }

  /** The vault was locked: nothing of it is in memory any more. Leave what shows its data. */
  onLock(callback: (event: { timeout: boolean }) => unknown): void {
    this.#onLock.push(callback);
  }

  /** The vault was unlocked by the user. */
  onUnlock(callback: () => unknown): void {
    this.#onUnlock.push(() => callback());
  }

  /** A passcode is needed. See {@link PasscodeRequestHandler}; a later handler takes the place of an earlier one. */
  onPasscodeRequested(callback: PasscodeRequestHandler): void {
    this.desk.handler = callback;
  }

  protected tellConfig(config: IdentityVaultConfig): void {
    tell(this.#onConfig, config);
  }

  protected tellError(error: VaultError): void {
    tell(this.#onError, error);
  }

  /** @returns what the app's reactions come to, for the screen to wait for */
  protected tellLock({ timeout }: { timeout: boolean }): unknown {
    return Promise.all(tell(this.#onLock, { timeout }));
  }

  protected tellUnlock(): void {
    tell(this.#onUnlock, undefined);
  }
}

function tell<Event>(callbacks: readonly Callback<Event>[], event: Event): readonly unknown[] {
  return callbacks.map((callback) => callApp(() => callback(event)));
}
