import { VaultType, type Vault, type IdentityVaultConfig, type VaultError } from '../../../src/index.ts';

/** Version 6: where a library for OAuth keeps its tokens, by provider; and a move of all of them to another vault. */
export class TokenStorage {
  readonly errors: VaultError[] = [];
  readonly configs: IdentityVaultConfig[] = [];

  constructor(readonly vault: Vault) {
    vault.onError((error) => {
      this.errors.push(error);
    });
    vault.onConfigChanged((config) => {
      this.configs.push(config);
    });
  }

  getAccessToken(provider = 'default'): Promise<string | null> {
    return this.vault.getValue<string>(`access.${provider}`);
  }

  setAccessToken(token: string, provider = 'default'): Promise<void> {
    return this.vault.setValue(`access.${provider}`, token);
  }

  async getRefreshToken(): Promise<string | undefined> {
    return (await this.vault.getValue<string>('refresh')) ?? undefined;
  }

  setRefreshToken(token: string): Promise<void> {
    return this.vault.setValue<string>('refresh', token);
  }

  async clear(provider: string): Promise<void> {
    await this.vault.removeValue(`access.${provider}`);
  }

  async moveTo(other: Vault): Promise<string[]> {
    const data: Record<string, string> = await this.vault.exportVault();
    await other.importVault(data);
    await this.vault.clear();
    return other.getKeys();
  }

  lockAfter(milliseconds: number | null): Promise<void> {
    const config = this.vault.config ?? { key: 'com.example.tokens', type: VaultType.SecureStorage };
    return this.vault.updateConfig({ ...config, lockAfterBackgrounded: milliseconds });
  }
}
