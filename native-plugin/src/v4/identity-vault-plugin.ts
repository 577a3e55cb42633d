import type { IonicNativeAuthPlugin } from '../definitions/v4.ts';
import { VaultHandle } from './vault-handle.ts';

/** The vault of the platform this runs on. */
export const identityVaultPlugin: IonicNativeAuthPlugin = {
  getVault: (options) => new VaultHandle(options),
};
