import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AuthMode, type VaultOptions } from '../../src/index.ts';
import { useTestVault, type TestVault } from '../../src/testing/index.ts';
import { codeOf } from '../support/code-of.ts';
import { ada, Identity } from '../support/identity.ts';

describe('on a device with biometrics', () => {
  let device: TestVault;
  let identity: Identity;
  const start = async (options: VaultOptions) => {
    identity = new Identity(options);
    await identity.ready();
  };
  /** A vault of this mode, locked. */
  const startLocked = async (authMode: AuthMode, options: VaultOptions = {}) => {
    await start({ authMode, ...options });
    await identity.login(ada);
    await identity.lockOut();
  };

  beforeEach(() => {
    device = useTestVault({ biometrics: 'enrolled' });
  });
  afterEach(() => device.restore());

  it.each([
    { authMode: AuthMode.BiometricOnly, passcodes: 0, biometrics: true, passcode: false },
    { authMode: AuthMode.BiometricAndPasscode, passcodes: 1, biometrics: true, passcode: true },
    { authMode: AuthMode.BiometricOrPasscode, passcodes: 0, biometrics: true, passcode: false },
    { authMode: AuthMode.PasscodeOnly, passcodes: 1, biometrics: false, passcode: true },
  ])('mode $authMode: $passcodes passcodes chosen at login', async ({ authMode, passcodes, biometrics, passcode }) => {
    await startLocked(authMode);
    expect(device.promptCount).toBe(passcodes);
    expect([await identity.isBiometricsEnabled(), await identity.isPasscodeEnabled()]).toEqual([biometrics, passcode]);

    device.restart();
    await start({ authMode, unlockOnAccess: true });
    expect(await identity.restoreSession()).toEqual(ada);
    expect(device.biometricPromptCount).toBe(biometrics ? 1 : 0);
  });

  it('BiometricOrPasscode: the passcode where nobody is enrolled', async () => {
    device = useTestVault({ biometrics: 'supported' });
    await startLocked(AuthMode.BiometricOrPasscode);
    expect(await identity.isBiometricsSupported()).toBe(true);
    expect(await identity.isBiometricsAvailable()).toBe(false);
    expect(await identity.isPasscodeEnabled()).toBe(true);
  });

  it('a cancelled prompt ends the unlock, and costs nothing', async () => {
    await startLocked(AuthMode.BiometricAndPasscode);
    device.answerBiometrics('canceled');
    expect(await codeOf(identity.unlock())).toBe('UserCanceledInteraction');
    device.answerBiometrics('ok');
    expect(await codeOf(identity.unlock())).toBe('resolved');
  });

  it('locked out: the passcode is asked for, where the vault has one', async () => {
    await startLocked(AuthMode.BiometricAndPasscode);
    device.answerBiometrics('lockedOut');
    expect(await codeOf(identity.unlock())).toBe('resolved');
    expect(device.promptCount).toBe(2);
  });

  it('locked out, and no other way: told, and nothing is erased', async () => {
    await startLocked(AuthMode.BiometricOnly);
    device.answerBiometrics('lockedOut');
    expect(await codeOf(identity.unlock())).toBe('iOSBiometricsLockedOut');
    expect(await identity.hasStoredSession()).toBe(true);
  });

  it.each([
    { usingPasscode: true, passcodes: 2, biometrics: 0 },
    { usingPasscode: false, passcodes: 1, biometrics: 1 },
  ])('the way that was asked for: usingPasscode $usingPasscode', async ({ usingPasscode, passcodes, biometrics }) => {
    await startLocked(AuthMode.BiometricAndPasscode);
    await (await identity.getVault()).unlock(usingPasscode);
    expect([device.promptCount, device.biometricPromptCount]).toEqual([passcodes, biometrics]);
  });

  describe('someone is enrolled later', () => {
    it('requireOther: the passcode opens it, and biometrics work again from then on', async () => {
      await startLocked(AuthMode.BiometricAndPasscode);
      device.enrolBiometrics();
      expect(await codeOf(identity.unlock())).toBe('InvalidatedCredential');
      expect(await codeOf(identity.unlock())).toBe('resolved');
      expect(device.promptCount).toBe(2);

      await identity.lockOut();
      await identity.unlock();
      expect([device.promptCount, device.biometricPromptCount]).toEqual([2, 1]);
      expect(await identity.getSession()).toEqual(ada);
    });

    it('wipe: the vault is erased', async () => {
      await startLocked(AuthMode.BiometricAndPasscode, { onEnrollmentChange: 'wipe' });
      device.enrolBiometrics();
      expect(await codeOf(identity.unlock())).toBe('InvalidatedCredential');
      expect(await identity.hasStoredSession()).toBe(false);
      expect(await identity.restoreSession()).toBeUndefined();
    });

    it('no other way: it stays locked for good, and a login replaces it', async () => {
      await startLocked(AuthMode.BiometricOnly);
      device.enrolBiometrics();
      expect(await codeOf(identity.unlock())).toBe('InvalidatedCredential');
      expect(await codeOf(identity.unlock())).toBe('InvalidatedCredential');
      await identity.login(ada);
      expect(await identity.getSession()).toEqual(ada);
    });
  });

  it.each([
    { from: AuthMode.PasscodeOnly, to: AuthMode.BiometricOnly, chosen: 1 },
    { from: AuthMode.BiometricOnly, to: AuthMode.BiometricAndPasscode, chosen: 1 },
    { from: AuthMode.BiometricAndPasscode, to: AuthMode.BiometricOnly, chosen: 1 },
    { from: AuthMode.SecureStorage, to: AuthMode.BiometricOnly, chosen: 0 },
    { from: AuthMode.BiometricOnly, to: AuthMode.SecureStorage, chosen: 0 },
  ])('changes mode $from to $to, and what was taken away opens nothing', async ({ from, to, chosen }) => {
    await start({ authMode: from });
    await identity.login(ada);
    await identity.setAuthMode(to);
    expect(await identity.getAuthMode()).toBe(to);
    expect(device.promptCount).toBe(chosen);
    device.restart();
    await start({ unlockOnAccess: true });
    expect(await identity.restoreSession()).toEqual(ada);
  });

  it('setBiometricsEnabled re-keys either way', async () => {
    await start({ authMode: AuthMode.PasscodeOnly });
    await identity.login(ada);
    await identity.setBiometricsEnabled(true);
    expect(await identity.getAuthMode()).toBe(AuthMode.BiometricAndPasscode);
    expect(await identity.isBiometricsEnabled()).toBe(true);
    await identity.setBiometricsEnabled(false);
    expect(await identity.getAuthMode()).toBe(AuthMode.PasscodeOnly);
    expect(device.promptCount).toBe(1);
  });
});
