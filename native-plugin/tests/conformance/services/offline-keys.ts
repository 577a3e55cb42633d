/* eslint-disable @typescript-eslint/no-explicit-any -- written as apps write them */
import { AuthMode, IonicIdentityVaultUser } from '../../../src/index.ts';
import type { Platform } from './browser-vault-plugin.ts';

/** Version 4, an app that works offline: the key of its database is in a vault of its own, beside that of the session. */
export class OfflineKeysService extends IonicIdentityVaultUser<any> {
  private cached: string | undefined;

  constructor(
    platform: Platform,
    private newKey: () => string,
  ) {
    super(
      platform,
      { unlockOnAccess: false, hideScreenOnBackground: false, authMode: AuthMode.SecureStorage },
      { username: 'offline', vaultId: 'database-keys' },
    );
  }

  async databaseKey(): Promise<string> {
    if (!this.cached) {
      const vault = await this.getVault();
      this.cached = await vault.getValue<string>('key');
      if (!this.cached) {
        this.cached = this.newKey();
        await vault.storeValue('key', this.cached);
      }
    }
    return this.cached;
  }

  async forget(): Promise<void> {
    const vault = await this.getVault();
    await vault.removeValue('key');
    this.cached = undefined;
  }
}
