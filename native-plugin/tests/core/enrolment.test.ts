import { describe, expect, it } from 'vitest';
import { hex } from '../../src/core/codec/bytes.ts';
import { ENROLMENT, KIND, MODE, type Enrolment } from '../../src/core/codec/format-ids.ts';
import { CoreError } from '../../src/core/ports/core-error.ts';
import type { CorePorts, SlotKem } from '../../src/core/ports/ports.ts';
import { refusalOf } from './support/outcome.ts';
import {
  bothSlots,
  makeWorld,
  POLICY,
  readValues,
  startProcess,
  storedAnchor,
  storedEnvelope,
  valuesOf,
  type World,
} from './support/world.ts';

const withEnrolment = (enrolment: Enrolment) => ({
  ...POLICY,
  mode: MODE.BiometricAndPasscode,
  enrolment,
});
const slotIdOf = (world: World, kind: number) =>
  hex(storedEnvelope(world)!.header.slots.find(({ head }) => head.kind === kind)!.head.slotId);

describe('what a changed enrolment does is decided by the key, so it changes with the key', () => {
  it.each([
    { from: ENROLMENT.ignore, to: ENROLMENT.wipe, isNewKey: true },
    { from: ENROLMENT.requireOther, to: ENROLMENT.ignore, isNewKey: true },
    { from: ENROLMENT.requireOther, to: ENROLMENT.wipe, isNewKey: false },
  ])('from $from to $to: a new biometric key is made: $isNewKey', async ({ from, to, isNewKey }) => {
    const world = makeWorld();
    const made: boolean[] = [];
    const { core } = startProcess(world, { adjust: noting(made) });
    await core.create({ ...bothSlots('1234', { a: '1' }), policy: withEnrolment(from) });
    const before = { finger: slotIdOf(world, KIND.biometric), passcode: slotIdOf(world, KIND.appPasscode) };
    const keep = [KIND.biometric, KIND.appPasscode];
    await core.rekey({ policy: withEnrolment(to), keep, create: [] });

    expect(storedEnvelope(world)?.header.enrolment).toBe(to);
    expect(slotIdOf(world, KIND.appPasscode)).toBe(before.passcode);
    expect(slotIdOf(world, KIND.biometric) !== before.finger).toBe(isNewKey);
    const survives = (enrolment: Enrolment) => enrolment === ENROLMENT.ignore;
    expect(made).toEqual(isNewKey ? [survives(from), survives(to)] : [survives(from)]);
    core.lock();
    await core.unlockWith(KIND.biometric);
    expect(await readValues(core)).toEqual({ a: '1' });
  });

  it('where the new key can not be made, nothing changes', async () => {
    const world = makeWorld();
    await startProcess(world).core.create({
      ...bothSlots('1234', { a: '1' }),
      policy: withEnrolment(ENROLMENT.ignore),
    });
    const before = storedEnvelope(world);
    const { core } = startProcess(world, {
      adjust: withKem({ create: () => Promise.reject(new CoreError('POLICY_NOT_MET', 'nobody is enrolled')) }),
    });
    await core.unlockWith(KIND.biometric);
    const request = { policy: withEnrolment(ENROLMENT.wipe), keep: [KIND.biometric, KIND.appPasscode], create: [] };
    expect(await refusalOf(() => core.rekey(request))).toBe('POLICY_NOT_MET');
    expect(storedEnvelope(world)).toEqual(before);
  });
});

describe('a KEM key that is definitely not there, while the other key of its slot is: the system destroyed it', () => {
  const gone = withKem({ decapsulate: () => Promise.reject(new CoreError('KEY_MISSING', 'errSecItemNotFound')) });
  const vaultWith = async (enrolment: Enrolment) => {
    const world = makeWorld();
    await startProcess(world).core.create({ ...bothSlots('1234', { a: '1' }), policy: withEnrolment(enrolment) });
    return world;
  };

  it.each(['unlock', 'unlockWith'] as const)('%s, wipe: the vault is erased', async (way) => {
    const world = await vaultWith(ENROLMENT.wipe);
    const { core } = startProcess(world, { adjust: gone });
    await core.start();
    const open = () => (way === 'unlock' ? core.unlock() : core.unlockWith(KIND.biometric));
    expect(await refusalOf(open)).toBe('KEY_INVALIDATED');
    await expect.poll(() => world.disk.anchors.size + world.disk.blobs.size).toBe(0);
  });

  it.each(['unlock', 'unlockWith'] as const)('%s, requireOther: the passcode opens, and makes it anew', async (way) => {
    const world = await vaultWith(ENROLMENT.requireOther);
    const before = slotIdOf(world, KIND.biometric);
    const { core } = startProcess(world, { adjust: gone });
    await core.start();
    const open = () => (way === 'unlock' ? core.unlock() : core.unlockWith(KIND.biometric));
    expect(await refusalOf(open)).toBe('KEY_INVALIDATED');
    await expect.poll(() => storedAnchor(world)?.deadSlots.map(hex)).toEqual([before]);
    await core.unlockWith(KIND.appPasscode, '1234');
    expect(slotIdOf(world, KIND.biometric)).not.toBe(before);
    const { core: next } = startProcess(world);
    await next.unlockWith(KIND.biometric);
    expect(await readValues(next)).toEqual({ a: '1' });
  });

  it('both keys gone: nobody knows why, so nothing is erased, and nothing marked', async () => {
    const world = await vaultWith(ENROLMENT.wipe);
    for (const name of [...world.ring.keys()])
      if (name.includes(slotIdOf(world, KIND.biometric))) world.ring.delete(name);
    const { core } = startProcess(world, { adjust: gone });
    expect(await refusalOf(() => core.unlockWith(KIND.biometric))).toBe('KEY_MISSING');
    expect(storedAnchor(world)?.deadSlots).toEqual([]);
    await core.unlockWith(KIND.appPasscode, '1234');
    await core.write(valuesOf({ b: '2' }));
    expect(await readValues(core)).toEqual({ a: '1', b: '2' });
  });
});

function withKem(changes: Partial<SlotKem>) {
  return (ports: CorePorts): CorePorts => ({
    ...ports,
    kems: { ...ports.kems, biometric: { ...ports.kems.biometric!, ...changes } },
  });
}

/** Notes of each biometric key whether it is made to survive a changed enrolment. */
function noting(made: boolean[]) {
  return (ports: CorePorts): CorePorts => {
    const kem = ports.kems.biometric!;
    const create: SlotKem['create'] = (name, options) => {
      made.push(options.survivesEnrolment);
      return kem.create(name, options);
    };
    return withKem({ create })(ports);
  };
}
