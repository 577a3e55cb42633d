import { describe, expect, it } from 'vitest';
import { ENROLMENT, KIND, MODE } from '../../../src/core/codec/format-ids.ts';
import { CoreError } from '../../../src/core/ports/core-error.ts';
import type { CorePorts } from '../../../src/core/ports/ports.ts';
import { VaultStore } from '../../../src/core/store/vault-store.ts';
import { Access } from '../../../src/core/vault/access.ts';
import { Session } from '../../../src/core/vault/session.ts';
import { refusalOf } from '../support/outcome.ts';
import {
  bothSlots,
  makeWorld,
  NAME,
  newVault,
  POLICY,
  readValues,
  SCOPE,
  startProcess,
  storedAnchor,
  type World,
} from '../support/world.ts';

async function unlocked(adjust: (ports: CorePorts) => CorePorts = (ports) => ports, joint = false) {
  const world = makeWorld();
  const { core, events } = startProcess(world, { adjust, joint });
  await core.create(newVault('1234', { a: '1' }));
  return { world, core, events };
}

function damage({ disk }: World): void {
  const envelope = disk.blobs.get(NAME)!.slice();
  envelope[envelope.length - 1]! ^= 1;
  disk.blobs.set(NAME, envelope);
}

/** FORMAT.md §15.3: `found` and `damaged`. */
describe('what an operation finds in storage is told at once', () => {
  it('it is damaged: what was unlocked is locked', async () => {
    const { world, core, events } = await unlocked();
    damage(world);
    expect(await refusalOf(() => core.values())).toBe('CORRUPT');
    expect([core.state.phase, events]).toEqual(['locked', ['locked saved=true timeout=false']]);
  });

  it('it is damaged: who waits for an unlock hears of that', async () => {
    const { world, core } = await unlocked();
    core.lock();
    damage(world);
    expect(await refusalOf(() => core.unlock())).toBe('CORRUPT');
    expect(core.state.phase).toBe('locked');
  });

  it('it is gone: so is what was unlocked', async () => {
    const { world, core, events } = await unlocked();
    await startProcess(world).core.erase();
    expect(await refusalOf(() => core.values())).toBe('NOT_FOUND');
    expect([core.state.phase, events]).toEqual(['absent', ['erased']]);
  });

  it.each(['unlock', 'unlockWith'] as const)('it had to be erased, for an enrolment: %s', async (way) => {
    const world = makeWorld();
    const request = bothSlots('1234', { a: '1' });
    const policy = { ...request.policy, enrolment: ENROLMENT.wipe };
    await startProcess(world).core.create({ ...request, policy });
    const decapsulate = () => Promise.reject(new CoreError('KEY_INVALIDATED', 'somebody was enrolled'));
    const kems = { ...world.kems, biometric: { ...world.kems.biometric!, decapsulate } };
    const { core, events } = startProcess(world, { adjust: (ports) => ({ ...ports, kems }) });
    await core.start();
    const open = () => (way === 'unlock' ? core.unlock() : core.unlockWith(KIND.biometric));
    expect(await refusalOf(open)).toBe('KEY_INVALIDATED');
    expect([core.state.phase, events, storedAnchor(world)]).toEqual(['absent', ['erased'], undefined]);
  });

  it('another process changed to a vault that nobody has to open: it is read', async () => {
    const { world, core, events } = await unlocked();
    const elsewhere = startProcess(world).core;
    await elsewhere.unlockWith(KIND.appPasscode, '1234');
    const policy = { ...POLICY, mode: MODE.SecureStorage };
    await elsewhere.rekey({ policy, keep: [], create: [{ kind: KIND.device }] });
    expect(await readValues(core)).toEqual({ a: '1' });
    expect(events).toEqual([]);
  });
});

describe('what says nothing about what is stored locks nothing', () => {
  it.each<{ name: string; failure: Error }>([
    { name: 'storage can not be read now', failure: new CoreError('TEMPORARILY_UNAVAILABLE', 'the disk is locked') },
    { name: 'a mistake that nobody foresaw', failure: new TypeError('undefined is not a function') },
  ])('$name', async ({ failure }) => {
    const broken = { is: false };
    const { core, events } = await unlocked((ports) => ({
      ...ports,
      anchors: {
        ...ports.anchors,
        read: (name) => (broken.is ? Promise.reject(failure) : ports.anchors.read(name)),
      },
    }));
    broken.is = true;
    await expect(core.values()).rejects.toBe(failure);
    broken.is = false;
    expect(await readValues(core)).toEqual({ a: '1' });
    expect(events).toEqual([]);
  });

  it('a mistake in what is read without a turn is not hidden by a read with one', async () => {
    const mistake = new TypeError('undefined is not a function');
    const broken = { is: false };
    const { core } = await unlocked(
      (ports) => ({
        ...ports,
        joint: {
          ...ports.joint!,
          holds: (...asked) => (broken.is ? Promise.reject(mistake) : ports.joint!.holds(...asked)),
        },
      }),
      true,
    );
    expect(await readValues(core)).toEqual({ a: '1' });
    broken.is = true;
    await expect(core.values()).rejects.toBe(mistake);
  });
});

it('of a vault that is gone meanwhile, or of no slot, nothing is written down', async () => {
  const world = makeWorld();
  const { ports } = startProcess(world);
  const access = new Access(new VaultStore(ports, SCOPE), new Session(ports), () => undefined);
  await access.markSlotDead(new Uint8Array(8));
  expect(world.disk.anchors.size).toBe(0);
  await startProcess(world).core.create(newVault('1234'));
  const before = storedAnchor(world);
  await access.markSlotDead(undefined);
  expect(storedAnchor(world)).toEqual(before);
});
