import { AuthMode, IonicIdentityVaultUser, type IonicNativeAuthPlugin } from '../../../src/index.ts';
import type { BrowserVaultPlugin, Platform } from './browser-vault-plugin.ts';

export interface Session {
  username: string;
  token: string;
  favourites: string[];
}

/** Version 4, Angular: a vault that never locks, and an own plugin in the browser. Reads `this.platform` of the base class. */
export class CoffeeSessionService extends IonicIdentityVaultUser<Session> {
  constructor(
    private browserVaultPlugin: BrowserVaultPlugin,
    platform: Platform,
  ) {
    super(platform, {
      unlockOnAccess: true,
      hideScreenOnBackground: true,
      lockAfter: 5000,
      authMode: AuthMode.SecureStorage,
    });
  }

  async like(coffee: string): Promise<void> {
    const session = await this.restoreSession();
    if (session) await this.saveSession({ ...session, favourites: [...session.favourites, coffee] });
  }

  override getPlugin(): IonicNativeAuthPlugin {
    if ((this.platform as Platform).is('hybrid')) {
      return super.getPlugin();
    }
    return this.browserVaultPlugin;
  }
}
