import type { VaultError } from '../definitions/errors.ts';
import { canceled } from '../vaults/refusals.ts';
import type { VaultHooks } from './vault-hooks.ts';

/**
 * Asks the app's own prompt.
 * @returns what was entered, or `undefined`: the built-in prompt is wanted
 * @throws `cancellation` for an empty string
 */
export async function requestPasscode(
  hooks: Pick<VaultHooks, 'onPasscodeRequest'>,
  isSetRequest: boolean,
  cancellation: () => VaultError = canceled,
): Promise<string | undefined> {
  const passcode = await hooks.onPasscodeRequest(isSetRequest);
  if (passcode === '') throw cancellation();
  return passcode ?? undefined;
}
