import { describe, expect, it } from 'vitest';
import { fixedKem } from '../../../scripts/vectors/fixed-devices.ts';
import { seededRandom } from '../../../scripts/vectors/seeded-random.ts';
import { hex } from '../../../src/core/codec/bytes.ts';
import { ENROLMENT, KEM, KIND, MODE, type Kind } from '../../../src/core/codec/format-ids.ts';
import { CoreError } from '../../../src/core/ports/core-error.ts';
import type { CorePorts, SlotKem, SlotKems } from '../../../src/core/ports/ports.ts';
import { sealAnchor } from '../../../src/core/slots/anchor-tag.ts';
import { deviceKeyNames } from '../../../src/core/slots/storage-names.ts';
import { loadVault } from '../../../src/core/store/load-vault.ts';
import { VaultStore } from '../../../src/core/store/vault-store.ts';
import { refusalOf } from '../support/outcome.ts';
import {
  makeWorld,
  NAME,
  newVault,
  passcodeSlot,
  POLICY,
  readValues,
  SCOPE,
  startProcess,
  storedAnchor,
  storedEnvelope,
  type World,
} from '../support/world.ts';

const system = [KIND.biometric, KIND.deviceCredential] as const;
type System = (typeof system)[number];
const partOf = { [KIND.biometric]: 'biometric', [KIND.deviceCredential]: 'deviceCredential' } as const;
const policy = { ...POLICY, mode: MODE.BiometricAndPasscode, enrolment: ENROLMENT.requireOther };

/** A vault with a slot of each kind, whose key of this kind was destroyed by the system; nobody knows of it yet. */
async function worldWith(dead: System): Promise<World> {
  const world = makeWorld();
  const slots = [...system.map((kind) => ({ kind })), passcodeSlot('1234')];
  await startProcess(world).core.create({ ...newVault('1234', { a: '1' }), policy, slots });
  const { vaultId } = storedEnvelope(world)!.header;
  await world.kems[partOf[dead]]!.destroy(deviceKeyNames(vaultId, slotOf(world, dead)!).kem);
  return world;
}

const slotOf = (world: World, kind: Kind) =>
  storedEnvelope(world)!.header.slots.find(({ head }) => head.kind === kind)?.head.slotId;

/** Another process finds it dead, and writes that down. */
async function marked(world: World, dead: System): Promise<void> {
  expect(await refusalOf(() => startProcess(world).core.unlockWith(dead))).toBe('KEY_INVALIDATED');
  expect(storedAnchor(world)?.deadSlots.map(hex)).toEqual([hex(slotOf(world, dead)!)]);
}

/** What has no public key: a new slot, or another S of the one that is there, needs the person. */
function withoutPublicKey({ kems }: World, kind: System): SlotKems {
  const kem: Partial<SlotKem> = { ...kems[partOf[kind]]! };
  delete kem.encapsulate;
  return { ...kems, [partOf[kind]]: kem };
}

describe.each(system)('a dead slot of kind %i that a re-key keeps', (dead) => {
  it('as the only one is made anew: the vault can still be opened', async () => {
    const world = await worldWith(dead);
    const { core } = startProcess(world);
    await core.unlockWith(KIND.appPasscode, '1234');
    await marked(world, dead);
    const before = slotOf(world, dead)!;
    await core.rekey({ policy: { ...policy, mode: MODE.BiometricAndDeviceCredential }, keep: [dead], create: [] });
    expect(slotOf(world, dead)).not.toEqual(before);
    expect(storedAnchor(world)?.deadSlots).toEqual([]);
    const { core: next } = startProcess(world);
    await next.unlockWith(dead);
    expect(await readValues(next)).toEqual({ a: '1' });
  });

  it('beside others is made anew, too, after what is asked for', async () => {
    const world = await worldWith(dead);
    const { core } = startProcess(world);
    await core.unlockWith(KIND.appPasscode, '1234');
    await marked(world, dead);
    await core.rekey({ policy, keep: system, create: [passcodeSlot('5678')] });
    for (const kind of system) {
      const { core: next } = startProcess(world);
      await next.unlockWith(kind);
      expect(await readValues(next)).toEqual({ a: '1' });
    }
  });

  it('where none can be made now: it is refused, and nothing changes', async () => {
    const world = await worldWith(dead);
    const create = () => Promise.reject(new CoreError('USER_CANCELED', 'not now'));
    const kems = { ...world.kems, [partOf[dead]]: { ...world.kems[partOf[dead]]!, create } };
    const { core } = startProcess(world, { adjust: (ports) => ({ ...ports, kems }) });
    await core.unlockWith(KIND.appPasscode, '1234');
    await marked(world, dead);
    const only = { policy: { ...policy, mode: MODE.BiometricAndDeviceCredential }, keep: [dead], create: [] };
    expect(await refusalOf(() => core.rekey(only))).toBe('USER_CANCELED');
    const { core: next } = startProcess(world, { adjust: (ports) => ({ ...ports, kems }) });
    await next.unlockWith(KIND.appPasscode, '1234');
    expect(await readValues(next)).toEqual({ a: '1' });
  });
});

it('a key that lives is not made anew', async () => {
  const world = await worldWith(KIND.deviceCredential);
  const { core } = startProcess(world);
  await core.unlockWith(KIND.appPasscode, '1234');
  const before = slotOf(world, KIND.biometric);
  await marked(world, KIND.deviceCredential);
  await core.rekey({ policy, keep: [KIND.biometric, KIND.appPasscode], create: [] });
  expect([slotOf(world, KIND.biometric), slotOf(world, KIND.deviceCredential)]).toEqual([before, undefined]);
});

describe('a dead slot, at the next unlock in another way', () => {
  const cases = system.flatMap((dead) =>
    [KIND.biometric, KIND.deviceCredential].map((silent) => ({ dead, silent, isAnew: dead !== silent })),
  );

  it.each(cases)(
    'of kind $dead, where $silent has no public key: made anew: $isAnew',
    async ({ dead, silent, isAnew }) => {
      const world = await worldWith(dead);
      await marked(world, dead);
      const kems = withoutPublicKey(world, silent);
      const { core } = startProcess(world, { adjust: (ports) => ({ ...ports, kems }) });
      await core.unlockWith(KIND.appPasscode, '1234');
      expect(slotOf(world, dead) !== undefined).toBe(isAnew);
      expect(storedAnchor(world)?.deadSlots).toEqual([]);
    },
  );

  it.each(system)('of kind %i, on a device that has such keys no more: it goes', async (dead) => {
    const world = await worldWith(dead);
    await marked(world, dead);
    const others = system.filter((kind) => kind !== dead).map((kind) => [partOf[kind], world.kems[partOf[kind]]]);
    const kems = Object.fromEntries(others) as SlotKems;
    const { core } = startProcess(world, { adjust: (ports) => ({ ...ports, kems }) });
    await core.unlockWith(KIND.appPasscode, '1234');
    expect(slotOf(world, dead)).toBeUndefined();
  });

  const refusing =
    (error: Error) =>
    (ports: CorePorts): CorePorts => {
      const create: SlotKem['create'] = () => Promise.reject(error);
      return { ...ports, kems: { ...ports.kems, biometric: { ...ports.kems.biometric!, create } } };
    };

  it('stays where it can not be replaced, and the person is in all the same', async () => {
    const world = await worldWith(KIND.biometric);
    await marked(world, KIND.biometric);
    const { core } = startProcess(world, { adjust: refusing(new CoreError('POLICY_NOT_MET', 'no screen lock')) });
    await core.unlockWith(KIND.appPasscode, '1234');
    expect(await readValues(core)).toEqual({ a: '1' });
    expect(storedAnchor(world)?.deadSlots.map(hex)).toEqual([hex(slotOf(world, KIND.biometric)!)]);
  });

  it('does not hide a mistake', async () => {
    const world = await worldWith(KIND.biometric);
    await marked(world, KIND.biometric);
    const { core } = startProcess(world, { adjust: refusing(new TypeError('a mistake')) });
    await expect(core.unlockWith(KIND.appPasscode, '1234')).rejects.toThrow(TypeError);
  });
});

it('a slot without a key of the system is not made anew, whatever the anchor says of it', async () => {
  const world = await worldWith(KIND.deviceCredential);
  const { core, ports } = startProcess(world);
  await core.unlockWith(KIND.appPasscode, '1234');
  const passcode = slotOf(world, KIND.appPasscode)!;
  world.disk.anchors.set(NAME, await sealAnchor(ports.anchorMac, { ...storedAnchor(world)!, deadSlots: [passcode] }));
  await core.rekey({ policy, keep: [KIND.biometric, KIND.appPasscode], create: [] });
  expect(slotOf(world, KIND.appPasscode)).toEqual(passcode);
});

it('that a slot is dead is written down once', async () => {
  const world = await worldWith(KIND.biometric);
  await marked(world, KIND.biometric);
  let writes = 0;
  const { ports } = startProcess(world, {
    adjust: (base) => ({
      ...base,
      anchors: { ...base.anchors, replace: (...write) => ((writes += 1), base.anchors.replace(...write)) },
    }),
  });
  const store = new VaultStore(ports, SCOPE);
  await store.markSlotDead((await loadVault(ports, SCOPE))!, slotOf(world, KIND.biometric)!);
  expect(writes).toBe(0);
  await store.markSlotDead((await loadVault(ports, SCOPE))!, slotOf(world, KIND.deviceCredential)!);
  expect([writes, storedAnchor(world)?.deadSlots.length]).toEqual([1, 2]);
});

it('a slot that can not be wrapped again keeps the data key, whose bytes are asked for only where a slot is made', async () => {
  const world = makeWorld();
  const biometric = fixedKem(KEM.aesKeystore, seededRandom(3));
  const kems = { ...world.kems, biometric };
  let asked = 0;
  const { core } = startProcess(world, {
    adjust: (ports) => ({
      ...ports,
      kems,
      aead: { ...ports.aead, dekBytes: (dek) => ((asked += 1), ports.aead.dekBytes!(dek)) },
    }),
  });
  await core.create({
    ...newVault('1234', { a: '1' }),
    policy,
    slots: [{ kind: KIND.biometric }, passcodeSlot('1234')],
  });
  core.lock();
  await core.unlockWith(KIND.appPasscode, '1234');
  await core.rekey({ policy, keep: [KIND.biometric, KIND.appPasscode], create: [] });
  expect(asked).toBe(0);
  await core.rekey({ policy, keep: [KIND.biometric], create: [passcodeSlot('5678')] });
  expect(asked).toBe(1);
  for (const [kind, passcode] of [
    [KIND.biometric, undefined],
    [KIND.appPasscode, '5678'],
  ] as const) {
    core.lock();
    await core.unlockWith(kind, passcode);
    expect(await readValues(core)).toEqual({ a: '1' });
  }
});
