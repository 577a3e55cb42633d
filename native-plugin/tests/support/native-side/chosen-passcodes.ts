import { VaultError, VaultErrorCodes } from '../../../src/definitions/errors.ts';
import type { PasscodeMessage } from '../../../src/vaults/bridged/passcode-message.ts';

const MOST = 4;

/** Passcodes of the built-in prompt, which JavaScript knows only by a reference. BRIDGE.md §4.3. */
export class ChosenPasscodes {
  readonly #chosen = new Map<string, { readonly vault: string; readonly passcode: string }>();

  /** @returns the reference, for one use with this vault */
  keep(vault: string, passcode: string): string {
    const reference = token(16);
    this.#chosen.set(reference, { vault, passcode });
    for (const oldest of [...this.#chosen.keys()].slice(0, -MOST)) this.#chosen.delete(oldest);
    return reference;
  }

  /** @throws VaultError `MissingPasscode` */
  take(vault: string, message: PasscodeMessage | undefined): string | undefined {
    if (message === undefined || 'text' in message) return message?.text;
    const kept = this.#chosen.get(message.chosen);
    this.#chosen.delete(message.chosen);
    if (kept?.vault !== vault) throw new VaultError(VaultErrorCodes.MissingPasscode, 'no such passcode was chosen');
    return kept.passcode;
  }
}

/** Random bytes in base64url. */
export function token(length: number): string {
  const bytes = crypto.getRandomValues(new Uint8Array(length));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}
