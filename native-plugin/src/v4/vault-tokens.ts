import type { IdentityVault } from '../definitions/v4.ts';
import type { HandleConnection } from './handle-connection.ts';
import { renewSession, type Refresh, type Renewed } from './renew-session.ts';

/** What requests need of a vault. */
export interface VaultTokens {
  /** Judged at this moment, without reading what is stored. */
  isUnlocked(): Promise<boolean>;
  /** What `refresh` makes of the stored session, unless that has another token than `rejected`; stored before it is given. */
  renewSession(rejected: string, refresh: Refresh): Promise<Renewed>;
  /** Somebody is there. */
  reportActivity(): Promise<void>;
}

/** Those of a handle. */
export function vaultTokens(connection: HandleConnection): VaultTokens {
  return {
    isUnlocked: () => connection.use((vault) => vault.isUnlocked()),
    renewSession: (rejected, refresh) => connection.use((vault) => renewSession(vault, rejected, refresh)),
    reportActivity: () => connection.use((vault) => vault.reportActivity()),
  };
}

/** Those of an app's own vault: without a lease, so where a lock comes meanwhile, the new session can't be stored. */
export function foreignTokens(vault: IdentityVault): VaultTokens {
  return {
    isUnlocked: async () => !(await vault.isLocked()),
    reportActivity: () => Promise.resolve(),
    async renewSession(rejected, refresh) {
      const session = await vault.getValue<{ readonly token?: unknown } | undefined>('session');
      if (session?.token !== rejected) return { session };
      const renewed = await attempt(() => refresh(session as never));
      if ('session' in renewed) await vault.storeValue('session', renewed.session);
      return renewed;
    },
  };
}

async function attempt(refresh: () => Promise<unknown>): Promise<Renewed> {
  try {
    return { session: await refresh() };
  } catch (failure) {
    return { failure };
  }
}
