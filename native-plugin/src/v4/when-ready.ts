import { told } from '../vaults/call-app.ts';
import type { IdentityVaultUser, VaultOptions } from '../definitions/v4.ts';

type Starting = Pick<
  IdentityVaultUser,
  'getVault' | 'unlock' | 'restoreSession' | 'onUnlockOnReadyError' | 'onSessionRestoreError'
>;

/** What the options ask for once the vault is ready. */
export async function whenReady(user: Starting, { unlockOnReady, restoreSessionOnReady }: VaultOptions): Promise<void> {
  const vault = await user.getVault();
  if (unlockOnReady && (await vault.isInUse())) {
    await user.unlock().catch(told((error) => user.onUnlockOnReadyError(error)));
  }
  if (restoreSessionOnReady) {
    await user.restoreSession().catch(told((error) => user.onSessionRestoreError(error)));
  }
}
