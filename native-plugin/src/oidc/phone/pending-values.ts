import { isVaultError, VaultErrorCodes } from '../../definitions/errors.ts';
import type { VaultInterface } from '../../definitions/v6.ts';
import { MODE } from '../../vaults/format-words.ts';
import type { Settings } from '../../vaults/settings.ts';
import { toJson, valueOf } from '../../vaults/stored-json.ts';
import type { OpenVault, VaultService } from '../../vaults/vault-service.ts';

const DESCRIPTOR = { key: 'capacitor-identity-vault.oidc.pending' };
/** Never locked: the answer may come to a process in which nobody has unlocked anything yet. */
const SETTINGS: Settings = {
  mode: MODE.SecureStorage,
  lockAfter: null,
  hideScreen: false,
  wipeAtMax: false,
  maxAttempts: 5,
  onEnrollmentChange: 'ignore',
};

/** A vault of the sign-ins' own: the app's may be locked, and a new session replaces what it holds. */
export async function pendingValues(
  service: VaultService,
): Promise<Pick<VaultInterface, 'getValue' | 'setValue' | 'removeValue'>> {
  const vault = await service.open(DESCRIPTOR, SETTINGS);
  return {
    getValue: async <T>(key: string) => ((await readable(vault, key)) ?? null) as T | null,
    setValue: (key, value) => written(vault, key, toJson(value)),
    removeValue: (key) => vault.write([{ key, json: null }]),
  };
}

/** Of a device that was restored or damaged. A sign-in that can't be read is begun again. */
const DAMAGED: readonly unknown[] = [
  VaultErrorCodes.Corrupt,
  VaultErrorCodes.KeyNotFound,
  VaultErrorCodes.RolledBack,
  VaultErrorCodes.UnsupportedFormat,
];

async function readable(vault: OpenVault, key: string): Promise<unknown> {
  try {
    return valueOf(await vault.read([key]));
  } catch (error) {
    if (isDamaged(error)) return undefined;
    throw error;
  }
}

/** What is damaged must not keep anybody from signing in for ever. */
async function written(vault: OpenVault, key: string, json: string): Promise<void> {
  try {
    await vault.write([{ key, json }]);
  } catch (error) {
    if (!isDamaged(error)) throw error;
    await vault.erase();
    await vault.write([{ key, json }]);
  }
}

function isDamaged(error: unknown): boolean {
  return isVaultError(error) && DAMAGED.includes(error.code);
}
