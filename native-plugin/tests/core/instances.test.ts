import { describe, expect, it } from 'vitest';
import { KIND } from '../../src/core/codec/format-ids.ts';
import type { CorePorts } from '../../src/core/ports/ports.ts';
import { refusalOf } from './support/outcome.ts';
import {
  bothSlots,
  makeWorld,
  newVault,
  POLICY,
  readValues,
  startProcess,
  storedAnchor,
  withoutMutex,
} from './support/world.ts';

/** Derives a key only when it is let. */
function held(gate: Promise<void>) {
  return (ports: CorePorts): CorePorts => ({
    ...ports,
    kdf: { derive: (...input) => gate.then(() => ports.kdf.derive(...input)) },
  });
}

describe('a second instance', () => {
  it('does not take the attempt that is under way for one of a killed process, not even the last one', async () => {
    const world = makeWorld();
    const first = startProcess(world);
    await first.core.create(newVault('1234', { a: '1' }));
    first.core.lock();
    for (let attempt = 0; attempt < 4; attempt++) {
      world.now += 3_600_000;
      expect(await refusalOf(() => first.core.unlockWith(KIND.appPasscode, '9999'))).toBe('AUTHENTICATION_FAILED');
    }
    world.now += 3_600_000;
    let goOn: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => (goOn = resolve));
    const trying = startProcess(world, { adjust: held(gate) });
    const unlocking = trying.core.unlockWith(KIND.appPasscode, '1234');
    await expect.poll(() => storedAnchor(world)?.pending).toBe(true);
    const starting = startProcess(world).core.start();
    goOn();

    await unlocking;
    expect((await starting)?.anchor).toMatchObject({ attempts: 0, pending: false });
    expect(await readValues(trying.core)).toEqual({ a: '1' });
  });

  it('can not be kept apart: then there are no passcode slots, neither to make nor to open', async () => {
    const world = makeWorld();
    const alone = startProcess(world, { adjust: withoutMutex });
    expect(await refusalOf(() => alone.core.create(newVault('1234', {})))).toBe('POLICY_NOT_MET');
    expect([world.disk.anchors.size, world.ring.size - 1]).toEqual([0, 0]);

    await startProcess(world).core.create(bothSlots('1234', { a: '1' }));
    const { core } = startProcess(world, { adjust: withoutMutex });
    expect(await refusalOf(() => core.unlockWith(KIND.appPasscode, '1234'))).toBe('POLICY_NOT_MET');
    expect(storedAnchor(world)).toMatchObject({ attempts: 0, pending: false });
    await core.unlockWith(KIND.biometric);
    expect(await readValues(core)).toEqual({ a: '1' });
  });

  it.each([
    { times: 2, ends: undefined },
    { times: 3, ends: 'CONFLICT' },
  ])('that overtook it $times times: what is stored is looked at again, before anything is spent', async (each) => {
    const world = makeWorld();
    await startProcess(world).core.create(newVault('1234', { a: '1' }, { wipeAtMax: false }));
    let left = each.times;
    const { core } = startProcess(world, {
      adjust: (ports) => ({
        ...ports,
        anchors: {
          ...ports.anchors,
          replace: (...write) => {
            left -= 1;
            return left >= 0 ? Promise.resolve(false) : ports.anchors.replace(...write);
          },
        },
      }),
    });
    expect(await refusalOf(() => core.unlockWith(KIND.appPasscode, '1234'))).toBe(each.ends);
    expect([storedAnchor(world)?.attempts, world.guesses]).toEqual([0, each.ends ? 1 : 2]);
  });

  it('that overtook a repair: loading looks again', async () => {
    const world = makeWorld();
    await startProcess(world).core.create(newVault('1234', { a: '1' }, POLICY));
    const dying = startProcess(world, { crashAt: 1 });
    await dying.core.unlockWith(KIND.appPasscode, '9999').catch(() => undefined);
    expect(storedAnchor(world)?.pending).toBe(true);
    let isOvertaken = true;
    const { core } = startProcess(world, {
      adjust: (ports) => ({
        ...ports,
        anchors: {
          ...ports.anchors,
          replace: (...write) => {
            const result = isOvertaken ? Promise.resolve(false) : ports.anchors.replace(...write);
            isOvertaken = false;
            return result;
          },
        },
      }),
    });
    expect((await core.start())?.anchor).toMatchObject({ attempts: 1, pending: false });
  });
});
