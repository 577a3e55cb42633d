/* eslint-disable @typescript-eslint/non-nullable-type-assertion-style, @typescript-eslint/no-unused-vars -- written as apps write them */
import { BrowserVault, DeviceSecurityType, Vault, VaultType, type IdentityVaultConfig } from '../../../src/index.ts';

export interface Session {
  name: string;
  accessToken: string;
}
export type UnlockMode = 'BiometricsWithPasscode' | 'Biometrics' | 'InMemory' | 'SecureStorage';

/** Version 6, a composable of Vue: whatever is wrong at the start ends in an empty vault that does not lock. */
export const useSessionVault = (isNative: boolean) => {
  const vault: Vault | BrowserVault = isNative ? new Vault() : new BrowserVault();
  const session: { value: Session | null } = { value: null };

  const initializeVault = async (): Promise<void> => {
    try {
      await vault.initialize({
        key: 'com.example.vue.session',
        type: VaultType.SecureStorage,
        deviceSecurityType: DeviceSecurityType.None,
        lockAfterBackgrounded: 2000,
      });
    } catch (e: unknown) {
      await vault.clear();
      await updateUnlockMode('SecureStorage');
    }
    vault.onLock(() => (session.value = null));
  };

  const storeSession = async (s: Session): Promise<void> => {
    await vault.setValue<Session>('session', s);
    session.value = s;
  };

  const getSession = async (): Promise<Session | null> => {
    session.value = (await vault.isEmpty()) ? null : await vault.getValue<Session>('session');
    return session.value;
  };

  const sessionIsLocked = async (): Promise<boolean> =>
    vault.config?.type !== VaultType.SecureStorage &&
    vault.config?.type !== VaultType.InMemory &&
    !(await vault.isEmpty()) &&
    (await vault.isLocked());

  const updateUnlockMode = async (mode: UnlockMode): Promise<void> => {
    const device = mode === 'BiometricsWithPasscode' ? DeviceSecurityType.Both : DeviceSecurityType.Biometrics;
    const isDevice = mode === 'BiometricsWithPasscode' || mode === 'Biometrics';
    const type = mode === 'InMemory' ? VaultType.InMemory : VaultType.SecureStorage;
    await vault.updateConfig({
      ...(vault.config as IdentityVaultConfig),
      type: isDevice ? VaultType.DeviceSecurity : type,
      deviceSecurityType: isDevice ? device : DeviceSecurityType.None,
    });
  };

  return {
    session,
    initializeVault,
    storeSession,
    getSession,
    sessionIsLocked,
    updateUnlockMode,
    lockSession: () => vault.lock(),
    unlockSession: () => vault.unlock(),
    clearSession: () => vault.clear(),
  };
};
