import { modeOf } from './auth-mode-of.ts';
import { AuthMode, type IdentityVault } from '../definitions/v4.ts';
import { canceled, locked, noBiometrics, noPasscode } from '../vaults/refusals.ts';
import type { ManagedVault } from './managed-vault.ts';
import { fromJson, toJson } from '../vaults/stored-json.ts';
import { KIND, type Kind } from '../core/codec/format-ids.ts';
import { VaultQueries } from './vault-queries.ts';

/** A vault as the app holds it: answers at once, and loads what is behind it when first needed. */
export class VaultHandle extends VaultQueries implements ManagedVault {
  async clear(): Promise<void> {
    await this.use((vault) => vault.erase());
    await this.refreshConfig();
  }

  getKeys(): Promise<string[]> {
    return this.use(async (vault) => [...(await vault.values()).keys()]);
  }

  getToken<T = unknown>(): Promise<T> {
    return this.getValue<T>('token');
  }

  getValue<T = unknown>(key: string): Promise<T> {
    return this.use(async (vault) => fromJson((await vault.values()).get(key)) as T);
  }

  storeToken(token: unknown): Promise<void> {
    return this.storeValue('token', token);
  }

  storeValue(key: string, value: unknown): Promise<void> {
    return this.use((vault) => vault.write(new Map([[key, toJson(value)]])));
  }

  removeValue(key: string): Promise<void> {
    return this.use((vault) => vault.write(new Map([[key, undefined]])));
  }

  async lock(): Promise<void> {
    await this.use((vault) => vault.lock());
  }

  async unlock(usingPasscode?: boolean, passcode?: string): Promise<void> {
    const { isLocked, kinds } = await this.status();
    if (!isLocked) return;
    const wantsPasscode = usingPasscode === true || passcode !== undefined;
    if (usingPasscode === false && !kinds.includes(KIND.biometric)) throw noBiometrics();
    if (wantsPasscode && !kinds.includes(KIND.appPasscode)) throw noPasscode();
    const biometricsOnly = usingPasscode === false ? KIND.biometric : undefined;
    const only: Kind | undefined = wantsPasscode ? KIND.appPasscode : biometricsOnly;
    await this.use((vault) => (passcode === undefined ? vault.unlock(only) : vault.unlockWithPasscode(passcode)));
  }

  async setPasscode(passcode?: string): Promise<void> {
    const { isLocked, kinds, mode } = await this.status();
    if (isLocked) throw locked();
    if (!kinds.includes(KIND.appPasscode)) throw noPasscode();
    await this.use(async (vault) => {
      const chosen = passcode ?? (await vault.choosePasscode());
      if (chosen === undefined) throw canceled();
      await vault.rekey(mode, chosen);
    });
    await this.refreshConfig();
  }

  async setAuthMode(mode: AuthMode, passcode?: string): Promise<void> {
    const isAsked = passcode === undefined && (await this.needsPasscode(mode, 'change'));
    await this.use(async (vault) => {
      const chosen = isAsked ? await vault.choosePasscode() : passcode;
      if (isAsked && chosen === undefined) throw canceled();
      await vault.rekey(modeOf(mode), chosen);
    });
    await this.refreshConfig();
  }

  async replaceSession(session: unknown, mode: AuthMode, passcode?: string): Promise<void> {
    const isAsked = passcode === undefined && (await this.needsPasscode(mode, 'replace'));
    await this.use(async (vault) => {
      const values = new Map([['session', toJson(session)]]);
      await vault.replace(modeOf(mode), values, isAsked ? await vault.choosePasscode() : passcode);
    });
    await this.refreshConfig();
  }

  async needsPasscode(mode: AuthMode, purpose: 'replace' | 'change'): Promise<boolean> {
    const { isInUse, isStored, isLocked, kinds } = await this.status();
    const wanted = await this.use((vault) => vault.slotsFor(modeOf(mode)));
    if (!wanted.includes(KIND.appPasscode)) return false;
    const isThere = isStored && kinds.includes(KIND.appPasscode);
    return purpose === 'replace' || ((isStored || isInUse) && !isLocked && !isThere);
  }

  async setPasscodeEnabled(isPasscodeEnabled: boolean): Promise<void> {
    if ((await this.isPasscodeEnabled()) === isPasscodeEnabled) return;
    const [withPasscode, without] = (await this.isBiometricsEnabled())
      ? [AuthMode.BiometricAndPasscode, AuthMode.BiometricOnly]
      : [AuthMode.PasscodeOnly, AuthMode.InMemoryOnly];
    await this.setAuthMode(isPasscodeEnabled ? withPasscode : without);
  }

  async setBiometricsEnabled(isBiometricsEnabled: boolean): Promise<void> {
    if (isBiometricsEnabled && !(await this.isBiometricsAvailable())) throw noBiometrics();
    const { isStored, kinds } = await this.status();
    if (!isStored || kinds.includes(KIND.biometric) === isBiometricsEnabled) return;
    const [withBiometrics, without] = kinds.includes(KIND.appPasscode)
      ? [AuthMode.BiometricAndPasscode, AuthMode.PasscodeOnly]
      : [AuthMode.BiometricOnly, AuthMode.InMemoryOnly];
    await this.setAuthMode(isBiometricsEnabled ? withBiometrics : without);
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
