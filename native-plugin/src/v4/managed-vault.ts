import type { ProtectionReport } from '../definitions/protection.ts';
import { AuthMode, type IdentityVault } from '../definitions/v4.ts';
import { configuredAuthMode } from './vault-config.ts';
import { foreignTokens, type VaultTokens } from './vault-tokens.ts';

/** What `IonicIdentityVaultUser` needs beyond the documented vault, to do in one step what must not fail halfway. */
export interface ManagedVault extends IdentityVault {
  hasSession(): Promise<boolean>;
  getAuthMode(): Promise<AuthMode>;
  /** Whether the mode takes a new passcode: for a vault that replaces this one, or for this one's change. */
  needsPasscode(mode: AuthMode, purpose: 'replace' | 'change'): Promise<boolean>;
  /** Changes the mode. Without the passcode it needs, the built-in prompt asks. */
  setAuthMode(mode: AuthMode, passcode?: string): Promise<void>;
  /** Replaces the vault by one with this session. Without the passcode it needs, the built-in prompt asks. */
  replaceSession(session: unknown, mode: AuthMode, passcode?: string): Promise<void>;
  getProtectionReport(): Promise<ProtectionReport>;
  readonly tokens: VaultTokens;
}

/** The vault with what is missing built from the documented methods, for an app's own `getPlugin()`. */
export function managed(vault: IdentityVault): ManagedVault {
  if ('replaceSession' in vault) return vault as ManagedVault;

  const setAuthMode = async (mode: AuthMode, passcode?: string): Promise<void> => {
    await vault.setSecureStorageModeEnabled(mode === AuthMode.SecureStorage);
    if (mode === AuthMode.SecureStorage) return;
    await vault.setBiometricsEnabled(await wantsBiometrics(vault, mode));
    await vault.setPasscodeEnabled(await wantsPasscode(vault, mode));
    if (await vault.isPasscodeSetupNeeded()) await vault.setPasscode(passcode);
  };
  const added: Omit<ManagedVault, keyof IdentityVault> = {
    hasSession: () => vault.isInUse(),
    getAuthMode: async () => configuredAuthMode(await vault.getConfig()),
    async needsPasscode(mode, purpose) {
      const isMissing = purpose === 'replace' || !(await vault.isPasscodeEnabled());
      return isMissing && wantsPasscode(vault, mode);
    },
    setAuthMode,
    async replaceSession(session, mode, passcode) {
      await vault.clear();
      await setAuthMode(mode, passcode);
      await vault.storeValue('session', session);
    },
    getProtectionReport: () => Promise.resolve(UNKNOWN),
    tokens: foreignTokens(vault),
  };
  return new Proxy(vault, {
    get(target, name) {
      if (name in added) return added[name as keyof typeof added];
      const member: unknown = Reflect.get(target, name, target);
      return typeof member === 'function' ? (member.bind(target) as unknown) : member;
    },
  }) as ManagedVault;
}

const UNKNOWN: ProtectionReport = {
  persistent: 'unknown',
  encryptedAtRest: 'unknown',
  nonExtractableKey: 'unknown',
  hardwareBacked: 'unknown',
  userVerification: 'unknown',
  offlineGuessing: 'unknown',
  attemptLimit: 'none',
  passcodeSeenByJs: 'unknown',
};

async function wantsBiometrics(vault: IdentityVault, mode: AuthMode): Promise<boolean> {
  if (mode === AuthMode.BiometricOrPasscode) return vault.isBiometricsAvailable();
  return mode === AuthMode.BiometricOnly || mode === AuthMode.BiometricAndPasscode;
}

async function wantsPasscode(vault: IdentityVault, mode: AuthMode): Promise<boolean> {
  if (mode === AuthMode.BiometricOrPasscode) return !(await vault.isBiometricsAvailable());
  return mode === AuthMode.PasscodeOnly || mode === AuthMode.BiometricAndPasscode;
}
