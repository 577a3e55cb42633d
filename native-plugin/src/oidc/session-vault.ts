import { isVaultError, VaultErrorCodes } from '../definitions/errors.ts';
import type { VaultInterface } from '../definitions/v6.ts';
import type { OidcSession } from './oidc-session.ts';
import type { OidcVault } from './oidc-vault.ts';
import { oneTab } from './browser/one-tab.ts';

type SessionStore = Pick<VaultInterface, 'clear' | 'getValue' | 'setValue' | 'isLocked'>;

/**
 * The session in a `Vault` or a `BrowserVault`. Reading it unlocks the vault, as `getValue` does.
 *
 * @example
 * const client = new OidcClient(config, { vault: sessionVault(vault) });
 */
export function sessionVault(vault: SessionStore, key = 'session'): OidcVault {
  const restoreSession = async () => (await vault.getValue<OidcSession>(key)) ?? undefined;
  const getSession = async () => ((await vault.isLocked()) ? undefined : restoreSession());
  const saveSession = (session: OidcSession) => vault.setValue(key, session);

  return {
    restoreSession,
    getSession,
    saveSession,
    async login(session) {
      await vault.clear();
      await saveSession(session);
    },
    refreshSession: (rejected, refresh) =>
      oneTab(`identity-vault.oidc.${key}`, async () => {
        const session = await restoreSession();
        if (session?.token !== rejected) return session;
        const renewed = await refresh(session);
        return again(async () => {
          // A sign-out or another sign-in came meanwhile: these tokens belong to a session that is gone.
          const present = await restoreSession();
          if (present?.token !== rejected) return present;
          await saveSession(renewed);
          return renewed;
        });
      }),
    logout: () => vault.clear(),
  };
}

const MOST_TRIES = 5;

/** Another tab may write another value of the vault at the same moment. The tokens that were just given are not lost for that. */
async function again<T>(task: () => Promise<T>, tries = 1): Promise<T> {
  try {
    return await task();
  } catch (error) {
    const isConflict = isVaultError(error) && error.code === VaultErrorCodes.Conflict;
    if (!isConflict || tries === MOST_TRIES) throw error;
    return again(task, tries + 1);
  }
}
