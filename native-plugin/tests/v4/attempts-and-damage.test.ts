import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Bytes } from '../../src/core/codec/bytes.ts';
import type { Stored } from '../../src/core/ports/ports.ts';
import { AuthMode, type IdentityVault, type VaultOptions } from '../../src/index.ts';
import { chooseService } from '../../src/vaults/current-service.ts';
import { codeOf } from '../support/code-of.ts';
import { DEVICES, useDevice, type Device, type StoredVault } from '../support/devices.ts';
import { ada, bob, Identity } from '../support/identity.ts';

const RIGHT = 'correct horse';
const HOUR = 3_600_000;
describe.each(DEVICES)('on a device: $name', ({ parts }) => {
  let world: Device;
  let identity: Identity;
  let vault: IdentityVault;
  const start = async (options: VaultOptions = {}) => {
    identity = new Identity({ authMode: AuthMode.PasscodeOnly, ...options });
    vault = await identity.getVault();
  };
  const restart = (options?: VaultOptions) => {
    world.restart();
    return start(options);
  };
  const wait = (milliseconds: number) => {
    world.device.background(milliseconds);
  };

  beforeEach(async () => {
    world = useDevice(parts());
    await start();
    await identity.login(ada);
    await identity.lockOut();
  });
  afterEach(() => {
    chooseService(undefined);
  });

  it('erases with the fifth failure, and says so', async () => {
    const codes: string[] = [];
    for (let attempt = 0; attempt < 5; attempt += 1) {
      codes.push(await codeOf(vault.unlock(true, 'wrong passcode')));
      wait(HOUR);
    }
    expect(codes).toEqual(['AuthFailed', 'AuthFailed', 'AuthFailed', 'AuthFailed', 'TooManyFailedAttempts']);
    expect(await world.stored()).toEqual([]);
    expect(await identity.hasStoredSession()).toBe(false);
    await identity.login(bob);
    expect(await identity.getSession()).toEqual(bob);
  });

  it('never checks more than five passcodes, however they are spread over calls and restarts', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('try', 'try twice at once', 'restart', 'wait'), { maxLength: 30 }),
        async (steps) => {
          world = useDevice(parts());
          await start();
          await identity.login(ada);
          await restart();
          let checked = 0;
          const attempt = async () => {
            const code = await codeOf(vault.unlock(true, 'wrong passcode'));
            if (code === 'AuthFailed' || code === 'TooManyFailedAttempts') checked += 1;
          };
          for (const step of steps) {
            if (step === 'try') await attempt();
            if (step === 'try twice at once') await Promise.all([attempt(), attempt()]);
            if (step === 'restart') await restart();
            if (step === 'wait') wait(HOUR);
          }
          expect(checked).toBeLessThanOrEqual(5);
          expect(await world.stored()).toHaveLength(checked === 5 ? 0 : 1);
        },
      ),
      { numRuns: 25 },
    );
  });

  it('an attempt is spent before the passcode is checked: dying in between does not give it back', async () => {
    const { ports } = world.device.service.platform;
    world.device.parts = { ports: { ...ports, kdf: { derive: () => Promise.reject(new Error('the process died')) } } };
    await restart();
    expect(await codeOf(vault.unlock(true, RIGHT))).toBe('Unknown');
    world.device.parts = { ports };
    await restart();
    expect(await vault.remainingAttempts()).toBe(4);
  });

  it('asked not to erase: delays grow, nothing is checked while they last, nothing is erased', async () => {
    await identity.logout();
    await restart({ shouldClearVaultAfterTooManyFailedAttempts: false });
    await identity.login(ada);
    await identity.lockOut();
    expect(await vault.remainingAttempts()).toBe(Infinity);
    const waits: number[] = [];
    for (let attempt = 0; attempt < 8; attempt += 1) {
      while ((await codeOf(vault.unlock(true, 'wrong passcode'))) === 'AttemptDelayed') {
        wait(5000);
        waits[attempt] = (waits[attempt] ?? 0) + 5;
      }
    }
    expect(waits.slice(3)).toEqual([5, 30, 120, 600, 3600]);
    expect(await codeOf(vault.unlock(true, RIGHT))).toBe('AttemptDelayed');
    wait(HOUR);
    expect(await codeOf(vault.unlock(true, RIGHT))).toBe('resolved');
    expect(await identity.restoreSession()).toEqual(ada);
  });

  it.each<{ case: string; damage: (vault: StoredVault) => Stored; code: string }>([
    { case: 'payload byte', damage: envelopeByte(-1), code: 'Corrupt' },
    { case: 'slot', damage: envelopeByte(130), code: 'Corrupt' },
    { case: 'iterations', damage: envelopeByte(79), code: 'Corrupt' },
    { case: 'mode', damage: envelopeByte(54, 3), code: 'Corrupt' },
    { case: 'generation', damage: envelopeByte(60, 2), code: 'RolledBack' },
    { case: 'vault id', damage: envelopeByte(6), code: 'RolledBack' },
    { case: 'scope', damage: envelopeByte(22), code: 'Corrupt' },
    { case: 'later format', damage: envelopeByte(4, 3), code: 'UnsupportedFormat' },
    { case: 'attempts of the anchor', damage: anchorByte(126), code: 'Corrupt' },
    { case: 'tag of the anchor', damage: anchorByte(-1), code: 'Corrupt' },
    { case: 'no anchor', damage: ({ envelope }) => ({ anchor: undefined, envelope }), code: 'RolledBack' },
    { case: 'no envelope', damage: ({ anchor }) => ({ anchor, envelope: undefined }), code: 'RolledBack' },
    { case: 'empty envelope', damage: ({ anchor }) => ({ anchor, envelope: new Uint8Array(0) }), code: 'Corrupt' },
  ])('damage ($case): told, no attempt spent, nothing erased, login still works', async ({ damage, code }) => {
    await world.tamper(damage);
    await restart();
    await identity.ready();
    expect(await codeOf(vault.unlock(true, RIGHT))).toBe(code);
    expect(await codeOf(vault.unlock())).toBe(code);
    expect(await vault.remainingAttempts()).toBe(5);
    expect(await identity.hasStoredSession()).toBe(true);
    await identity.login(bob);
    expect(await identity.getSession()).toEqual(bob);
  });

  it('someone who puts back a copy of the storage gets more attempts: the limit binds people, and the report says so', async () => {
    const [copy] = await world.stored();
    let checked = 0;
    for (let round = 0; round < 3; round += 1) {
      for (const guess of ['first guess', 'second guess']) {
        if ((await codeOf(vault.unlock(true, guess))) === 'AuthFailed') checked += 1;
      }
      await world.tamper(() => copy!);
    }
    expect(checked).toBe(6);
    expect(await identity.getProtectionReport()).toMatchObject({
      attemptLimit: 'advisory',
      offlineGuessing: 'possible',
    });
  });

  it('an option that changed takes effect with the next write', async () => {
    await restart({ shouldClearVaultAfterTooManyFailedAttempts: false });
    expect(await vault.remainingAttempts()).toBe(5);
    await vault.unlock();
    await identity.saveSession(bob);
    expect(await vault.remainingAttempts()).toBe(Infinity);
  });

  it('a key of the device that is gone is told, costs no attempt and erases nothing', async () => {
    await world.destroyKeys('.prf');
    await restart();
    expect(await codeOf(vault.unlock(true, RIGHT))).toBe('KeyNotFound');
    expect(await vault.remainingAttempts()).toBe(5);
    expect(await world.stored()).toHaveLength(1);
  });

  it('damage found while unlocked is told, not taken for absence', async () => {
    await identity.unlock();
    await world.tamper(envelopeByte(-1));
    expect(await codeOf(identity.restoreSession())).toBe('Corrupt');
    expect(await codeOf(identity.saveSession(ada))).toBe('VaultLocked');
    expect(await codeOf(identity.unlock())).toBe('Corrupt');
  });
});

/** One bit, or those of `mask`, of the envelope's byte at this offset. */
function envelopeByte(at: number, mask = 1): (vault: StoredVault) => Stored {
  return ({ anchor, envelope }) => ({ anchor, envelope: flipped(envelope, at, mask) });
}

function anchorByte(at: number): (vault: StoredVault) => Stored {
  return ({ anchor, envelope }) => ({ anchor: flipped(anchor, at, 1), envelope });
}

function flipped(bytes: Bytes, at: number, mask: number): Bytes {
  const copy = bytes.slice();
  const index = at < 0 ? copy.length + at : at;
  copy[index] = (copy[index] ?? 0) ^ mask;
  return copy;
}
