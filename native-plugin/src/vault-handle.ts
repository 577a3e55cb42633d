import { protectionOf } from './core/auth-modes.ts';
import { AuthMode, VaultErrorCodes, type IdentityVault } from './definitions.ts';
import type { ManagedVault } from './managed-vault.ts';
import { canceled, VaultError } from './vault-error.ts';
import { VaultQueries } from './vault-queries.ts';

/** A vault as the app holds it: answers at once, and loads what is behind it when first needed. */
export class VaultHandle extends VaultQueries implements ManagedVault {
  async clear(): Promise<void> {
    await this.use((core) => core.clear());
    await this.refreshConfig();
  }

  getKeys(): Promise<string[]> {
    return this.use(async (core) => [...(await core.read()).keys()]);
  }

  getToken<T = unknown>(): Promise<T> {
    return this.getValue<T>('token');
  }

  getValue<T = unknown>(key: string): Promise<T> {
    return this.use(async (core) => {
      const json = (await core.read()).get(key);
      return (json === undefined ? undefined : JSON.parse(json)) as T;
    });
  }

  storeToken(token: unknown): Promise<void> {
    return this.storeValue('token', token);
  }

  storeValue(key: string, value: unknown): Promise<void> {
    return this.use((core) => {
      const json = toJson(value);
      return core.change((values) => new Map(values).set(key, json));
    });
  }

  removeValue(key: string): Promise<void> {
    return this.use((core) => core.change((values) => new Map([...values].filter(([name]) => name !== key))));
  }

  async lock(): Promise<void> {
    await this.use((core) => core.lock());
  }

  async unlock(usingPasscode?: boolean, passcode?: string): Promise<void> {
    const { isLocked, protection } = await this.status();
    if (!isLocked) return;
    if (usingPasscode === false) throw noBiometrics();
    if (protection !== 'appPasscode') throw noPasscode();
    await this.use((core) => (passcode === undefined ? core.unlockByPrompt() : core.unlock(passcode)));
  }

  async setPasscode(passcode?: string): Promise<void> {
    const { isLocked, protection, mode } = await this.status();
    if (isLocked)
      throw new VaultError(VaultErrorCodes.VaultLocked, 'The vault must be unlocked to change its passcode.');
    if (protection !== 'appPasscode') throw noPasscode();
    await this.use(async (core) => {
      const chosen = passcode ?? (await core.choosePasscode());
      if (chosen === undefined) throw canceled();
      await core.rekey(mode, chosen);
    });
    await this.refreshConfig();
  }

  async setAuthMode(mode: AuthMode, passcode?: string): Promise<void> {
    const isAsked = passcode === undefined && (await this.needsPasscode(mode, 'change'));
    await this.use(async (core) => {
      const chosen = isAsked ? await core.choosePasscode() : passcode;
      if (isAsked && chosen === undefined) throw canceled();
      await core.rekey(mode, chosen);
    });
    await this.refreshConfig();
  }

  async replaceSession(session: unknown, mode: AuthMode, passcode?: string): Promise<void> {
    const isAsked = passcode === undefined && (await this.needsPasscode(mode, 'replace'));
    await this.use(async (core) => {
      const values = new Map([['session', toJson(session)]]);
      await core.replace({ values, mode }, isAsked ? await core.choosePasscode() : passcode);
    });
    await this.refreshConfig();
  }

  async needsPasscode(mode: AuthMode, purpose: 'replace' | 'change'): Promise<boolean> {
    const { isInUse, isLocked, protection } = await this.status();
    if (protectionOf(mode) !== 'appPasscode') return false;
    return purpose === 'replace' || (isInUse && !isLocked && protection !== 'appPasscode');
  }

  async setPasscodeEnabled(isPasscodeEnabled: boolean): Promise<void> {
    const isEnabled = await this.isPasscodeEnabled();
    if (isEnabled !== isPasscodeEnabled) {
      await this.setAuthMode(isPasscodeEnabled ? AuthMode.PasscodeOnly : AuthMode.InMemoryOnly);
    }
  }

  async setBiometricsEnabled(isBiometricsEnabled: boolean): Promise<void> {
    await this.use(() => {
      if (isBiometricsEnabled) throw noBiometrics();
    });
  }

  async setSecureStorageModeEnabled(isSecureStorageModeEnabled: boolean): Promise<void> {
    const isEnabled = await this.isSecureStorageModeEnabled();
    if (isEnabled !== isSecureStorageModeEnabled) {
      await this.setAuthMode(isSecureStorageModeEnabled ? AuthMode.SecureStorage : AuthMode.InMemoryOnly);
    }
  }

  unsubscribe(): Promise<void> {
    return this.use(() => this.disconnect());
  }

  protected override asVault(): IdentityVault {
    return this;
  }
}

/** @throws VaultError `InvalidArguments` */
function toJson(value: unknown): string {
  try {
    const json: unknown = JSON.stringify(value);
    if (typeof json === 'string') return json;
  } catch {
    // A cycle or a BigInt: told like every other value that has no JSON.
  }
  throw new VaultError(VaultErrorCodes.InvalidArguments, 'Only values that survive JSON can be stored.');
}

function noBiometrics(): VaultError {
  return new VaultError(VaultErrorCodes.BiometricsNotEnabled, 'There are no biometric keys here.');
}

function noPasscode(): VaultError {
  return new VaultError(VaultErrorCodes.PasscodeNotEnabled, 'The vault is not configured to use a passcode.');
}
