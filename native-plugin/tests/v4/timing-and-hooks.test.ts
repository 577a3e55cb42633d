import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AuthMode, IonicIdentityVaultUser, VaultErrorCodes, type VaultOptions } from '../../src/index.ts';
import { chooseService } from '../../src/vaults/current-service.ts';
import { lockClock } from '../../src/web/web-clock.ts';
import { DEVICES, useDevice, type Device } from '../support/devices.ts';
import { ada, Identity } from '../support/identity.ts';

const LOCKED_BY_TIMEOUT = 'locked saved=true timeout=true';

describe("the web's clock for locks", () => {
  it.each([
    { case: 'both run', wall: 4999, monotonic: 4999, passed: 4999 },
    { case: 'the monotonic clock stood still in sleep', wall: 5000, monotonic: 10, passed: 5000 },
    { case: 'the wall clock was set back, and forward again by less', wall: 10, monotonic: 5000, passed: 5000 },
    { case: 'the wall clock was set back', wall: -1, monotonic: 10, passed: -Infinity },
  ])('$case: $passed', ({ wall, monotonic, passed }) => {
    let now = { wall: 100, monotonic: 7 };
    const clock = lockClock(
      () => now.wall,
      () => now.monotonic,
    );
    const start = clock.now();
    now = { wall: 100 + wall, monotonic: 7 + monotonic };
    expect(clock.now() - start).toBe(passed);
    // Also after it told that it was set back, nothing that passed is lost.
    expect(clock.now() - start).toBe(Math.max(wall, monotonic));
  });
});

describe.each(DEVICES)('on a device: $name', ({ parts }) => {
  let world: Device;
  const start = async (options: VaultOptions = {}) => {
    const identity = new Identity({ authMode: AuthMode.PasscodeOnly, ...options });
    await identity.ready();
    await settled();
    return identity;
  };
  const restart = (options?: VaultOptions) => {
    world.restart();
    return start(options);
  };
  const settled = () => new Promise((resolve) => setTimeout(resolve, 20));
  /** However long storage and cryptography take on this machine; and that nothing more comes. */
  const expectHooks = async (identity: Identity, hooks: readonly string[]) => {
    await vi.waitFor(() => expect(identity.hooks).toEqual(hooks), { timeout: 10_000 });
    await settled();
    expect(identity.hooks).toEqual(hooks);
  };

  beforeEach(() => {
    world = useDevice(parts());
  });
  afterEach(() => {
    chooseService(undefined);
  });

  it.each([
    { lockAfter: 5000, away: 4999, locks: false },
    { lockAfter: 5000, away: 5000, locks: true },
    { lockAfter: 0, away: 1e9, locks: false },
  ])('lockAfter $lockAfter, away $away ms: locks $locks', async ({ lockAfter, away, locks }) => {
    const identity = await start({ lockAfter });
    await identity.login(ada);
    world.device.background(away);
    await expect.poll(() => identity.hooks.includes(LOCKED_BY_TIMEOUT)).toBe(locks);
    expect(await identity.getSession()).toEqual(locks ? undefined : ada);
    expect(identity.token).toBe(locks ? undefined : ada.token);
  });

  it('two short absences are not added up', async () => {
    const identity = await start({ lockAfter: 5000 });
    await identity.login(ada);
    world.device.background(4000);
    world.device.background(4000);
    expect(await identity.getSession()).toEqual(ada);
  });

  it.each([
    { options: {}, hooks: ['ready'] },
    { options: { unlockOnReady: true }, hooks: ['ready', 'asks to unlock', 'unlocked'] },
    {
      options: { restoreSessionOnReady: true },
      hooks: ['ready', `restore error ${VaultErrorCodes.VaultLocked}`],
    },
    {
      options: { restoreSessionOnReady: true, unlockOnAccess: true },
      hooks: ['ready', 'asks to unlock', 'unlocked', 'restored ada'],
    },
    {
      options: { unlockOnReady: true, restoreSessionOnReady: true },
      hooks: ['ready', 'asks to unlock', 'unlocked', 'restored ada'],
    },
  ])('hooks of a start with a stored session, $options', async ({ options, hooks }) => {
    await (await start()).login(ada);
    await expectHooks(await restart(options), hooks);
  });

  it('a cancelled prompt at the start is told, and erases nothing', async () => {
    await (await start()).login(ada);
    world.prompt.passcode = undefined;
    const later = await restart({ unlockOnReady: true });
    await expectHooks(later, ['ready', 'asks to unlock', `unlock error ${VaultErrorCodes.UserCanceledInteraction}`]);
    expect(await later.hasStoredSession()).toBe(true);
    expect(await (await later.getVault()).remainingAttempts()).toBe(5);
  });

  it("the app's own prompt: an empty answer is a cancellation and no attempt, a wrong one is one attempt", async () => {
    await (await start()).login(ada);
    const later = await restart();
    const vault = await later.getVault();

    later.answer = () => '';
    await expect(later.unlock()).rejects.toMatchObject({ code: VaultErrorCodes.UserCanceledInteraction });
    expect(await vault.remainingAttempts()).toBe(5);
    later.answer = () => 'wrong passcode';
    await expect(later.unlock()).rejects.toMatchObject({ code: VaultErrorCodes.AuthFailed });
    expect(await vault.remainingAttempts()).toBe(4);
    later.answer = () => 'correct horse';
    await later.unlock();
    expect(await vault.remainingAttempts()).toBe(5);
    expect(world.prompt.count).toBe(1);
  });

  it('unlocks asked for at once share one prompt', async () => {
    await (await start()).login(ada);
    const later = await restart({ unlockOnAccess: true });
    const prompts = world.prompt.count;
    const vault = await later.getVault();
    await Promise.all([later.unlock(), later.restoreSession(), later.unlock(), later.restoreSession(), vault.unlock()]);
    expect(world.prompt.count - prompts).toBeLessThanOrEqual(1);
    expect(later.hooks.filter((hook) => hook === 'asks to unlock')).toHaveLength(1);
    expect(later.hooks.filter((hook) => hook === 'unlocked')).toHaveLength(1);
  });

  it('lockOut during an unlock wins', async () => {
    await (await start()).login(ada);
    const later = await restart();
    const vault = await later.getVault();
    const unlocking = vault.unlock(true, 'correct horse');
    await Promise.resolve();
    await later.lockOut();
    await unlocking.catch((error: unknown) => {
      expect(error).toMatchObject({ code: VaultErrorCodes.VaultLocked });
    });
    await later.lockOut();
    expect(await vault.isLocked()).toBe(true);
    expect(await later.getSession()).toBeUndefined();
    expect(later.token).toBeUndefined();
  });

  it('a hook that throws does not become a failure of the vault', async () => {
    const failures: unknown[] = [];
    const unhandled = vi.spyOn(globalThis, 'queueMicrotask').mockImplementation((task) => {
      try {
        task();
      } catch (error) {
        failures.push(error);
      }
    });
    class Careless extends IonicIdentityVaultUser {
      override onVaultLocked(): void {
        throw new Error('from the app');
      }
    }
    const identity = new Careless({ ready: () => Promise.resolve() }, { authMode: AuthMode.SecureStorage });
    await identity.login(ada);
    await identity.setAuthMode(AuthMode.InMemoryOnly);
    await identity.lockOut();
    unhandled.mockRestore();
    expect(failures).toEqual([new Error('from the app')]);
  });

  it.each([
    { case: 'lockAfter negative', options: { lockAfter: -1 }, code: VaultErrorCodes.InvalidArguments },
    { case: 'lockAfter NaN', options: { lockAfter: NaN }, code: VaultErrorCodes.InvalidArguments },
    ...[6, 7, 9, -1, '0', 'BiometricOnly', null].map((authMode) => ({
      case: `no such mode ${JSON.stringify(authMode)}`,
      options: { authMode } as unknown as VaultOptions,
      code: VaultErrorCodes.InvalidAuthMode,
    })),
  ])('a bad option is a set-up error: $case', async ({ options, code }) => {
    const identity = new Identity(options);
    await expect(identity.ready()).rejects.toMatchObject({ code });
    await settled();
    expect(identity.hooks).toEqual([`setup error ${code}`]);
    await expect(identity.login(ada)).rejects.toMatchObject({ code });
  });

  it('a platform that never gets ready is a set-up error', async () => {
    const identity = new (class extends IonicIdentityVaultUser {
      readonly seen: number[] = [];
      override onSetupError({ code }: { code: number }): void {
        this.seen.push(code);
      }
    })({ ready: () => Promise.reject(new Error('no platform')) });
    await expect(identity.ready()).rejects.toThrow('no platform');
    await settled();
    expect(identity.seen).toEqual([VaultErrorCodes.Unknown]);
  });
});
