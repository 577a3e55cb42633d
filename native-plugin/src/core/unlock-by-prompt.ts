import { VaultErrorCodes } from '../definitions.ts';
import { canceled, isVaultError } from '../vault-error.ts';
import type { VaultCore } from './vault-core.ts';

/** After these the user may try again in the same prompt. */
const RETRIABLE: ReadonlySet<VaultErrorCodes> = new Set([
  VaultErrorCodes.AuthFailed,
  VaultErrorCodes.AttemptDelayed,
  VaultErrorCodes.InvalidArguments,
]);

/** Shows the built-in prompt until the vault is open. Rejects `UserCanceledInteraction` and what ends trying. */
export async function unlockByPrompt(core: VaultCore): Promise<void> {
  const { isLocked } = await core.status();
  if (!isLocked) return;

  const wasEntered = await core.ports.prompt.enter(async (passcode) => {
    try {
      await core.unlock(passcode);
      return undefined;
    } catch (error) {
      if (isVaultError(error) && RETRIABLE.has(error.code)) return error.message;
      throw error;
    }
  });
  if (!wasEntered) throw canceled();
}
