import { isVaultError, VaultErrorCodes } from '../definitions/errors.ts';
import type { OpenVault } from './vault-service.ts';

/**
 * Replaces a value by what a server gives for it: once over all processes, and stored before anybody gets it, also where a lock comes meanwhile.
 *
 * @param renew gets what is stored; `undefined` = leave it. Must not reject
 * @returns what is stored now
 */
export function renewValue(
  vault: OpenVault,
  key: string,
  renew: (json: string | undefined) => Promise<string | undefined>,
): Promise<string | undefined> {
  return vault.renewing(async () => {
    const lease = (await vault.status()).isStored ? await vault.lease([key]) : undefined;
    try {
      const former = await valueOf(vault, key);
      const json = await renew(former);
      if (json !== undefined) await vault.write([{ key, json }], lease);
      return json ?? former;
    } catch (error) {
      // Somebody signed in meanwhile: theirs is the session.
      if (isVaultError(error) && error.code === VaultErrorCodes.Conflict) return await valueOf(vault, key);
      throw error;
    } finally {
      // One that was used up is not known any more.
      if (lease !== undefined) await vault.endLease(lease).catch(() => undefined);
    }
  });
}

async function valueOf(vault: OpenVault, key: string): Promise<string | undefined> {
  const [entry] = await vault.read([key]);
  return entry?.json;
}
