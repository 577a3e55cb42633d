import { afterEach, beforeEach, expect, it } from 'vitest';
import { AuthMode, VaultErrorCodes } from '../../src/index.ts';
import { useTestVault, type TestVault } from '../../src/testing/index.ts';
import { ada, Identity } from '../support/identity.ts';

let vault: TestVault;
beforeEach(() => {
  vault = useTestVault({ passcode: 'open sesame' });
});
afterEach(() => {
  vault.restore();
});

it('drives an identity service without a browser: log in, lock, unlock, restart, log out', async () => {
  const identity = new Identity({ authMode: AuthMode.BiometricAndPasscode });
  await identity.login(ada);
  expect(vault.promptCount).toBe(1);
  await vault.lock();
  expect(identity.hooks).toEqual(['ready', 'asks to set', 'config', 'locked saved=true timeout=false']);

  vault.enterPasscode('not this');
  await expect(identity.unlock()).rejects.toMatchObject({ code: VaultErrorCodes.UserCanceledInteraction });
  vault.cancelPrompts();
  await expect(identity.unlock()).rejects.toMatchObject({ code: VaultErrorCodes.UserCanceledInteraction });
  expect(await (await identity.getVault()).remainingAttempts()).toBe(4);
  vault.enterPasscode('open sesame');
  await identity.unlock();
  expect(await identity.getSession()).toEqual(ada);

  vault.restart();
  const later = new Identity({ unlockOnAccess: true });
  expect(await later.restoreSession()).toEqual(ada);
  await later.logout();
  expect(await later.hasStoredSession()).toBe(false);
});

it('judges lockAfter without waiting', async () => {
  const identity = new Identity({ authMode: AuthMode.PasscodeOnly, lockAfter: 60_000 });
  await identity.login(ada);
  await vault.background(59_999);
  expect(await identity.getSession()).toEqual(ada);
  await vault.background(60_000);
  expect(await identity.getSession()).toBeUndefined();
});

it('reset gives an empty device', async () => {
  await new Identity({ authMode: AuthMode.SecureStorage }).login(ada);
  vault.reset();
  expect(await new Identity({ authMode: AuthMode.SecureStorage }).hasStoredSession()).toBe(false);
});

it('needs no time to pass: microtasks are enough', async () => {
  const identity = new Identity({ authMode: AuthMode.PasscodeOnly });
  let isDone = false;
  void identity.login(ada).then(() => (isDone = true));
  for (let step = 0; step < 200; step += 1) await Promise.resolve();
  expect(isDone).toBe(true);
});
