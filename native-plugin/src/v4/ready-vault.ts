import type { IdentityVault, IonicNativeAuthPlugin, PluginOptions } from '../definitions/v4.ts';
import { managed, type ManagedVault } from './managed-vault.ts';

/** The vault once it is ready; rejects with what setting it up failed with. */
export async function readyVault(
  plugin: IonicNativeAuthPlugin,
  options: Omit<PluginOptions, 'onReady' | 'onError'>,
): Promise<ManagedVault> {
  const vault = await new Promise<IdentityVault>((onReady, onError) => {
    plugin.getVault({ ...options, onReady, onError });
  });
  return managed(vault);
}
