import { describe, expect, it } from 'vitest';
import { hex } from '../../src/core/codec/bytes.ts';
import { ENROLMENT, KEM, KIND, MODE } from '../../src/core/codec/format-ids.ts';
import { CoreError } from '../../src/core/ports/core-error.ts';
import type { CorePorts } from '../../src/core/ports/ports.ts';
import { fixedKem } from '../../scripts/vectors/fixed-devices.ts';
import { seededRandom } from '../../scripts/vectors/seeded-random.ts';
import { normaliseNewPasscode } from '../../src/core/slots/passcode.ts';
import { beginUnlock, unlockSlot } from '../../src/core/slots/unlock-slot.ts';
import { loadVault } from '../../src/core/store/load-vault.ts';
import { isSettled, type LoadedVault } from '../../src/core/store/loaded-vault.ts';
import { refusalOf } from './support/outcome.ts';
import {
  bothSlots,
  makeWorld,
  newVault,
  passcodeSlot,
  POLICY,
  readValues,
  SCOPE,
  startProcess,
  storedAnchor,
  type World,
} from './support/world.ts';

/** What one process after the other does not show, and no vector can say: each of these was once changed unseen. */
const unavailable = () => Promise.reject(new CoreError('TEMPORARILY_UNAVAILABLE', 'not now'));

async function worldWithBoth(): Promise<World> {
  const world = makeWorld();
  await startProcess(world).core.create(bothSlots('1234', { a: '1' }));
  return world;
}

async function loaded(ports: CorePorts): Promise<LoadedVault> {
  const vault = await loadVault(ports, SCOPE);
  if (!vault) throw new Error('nothing is stored');
  return vault;
}

describe('an attempt that gave no answer', () => {
  it.each(['TEMPORARILY_UNAVAILABLE', 'KEY_MISSING', 'DEVICE_FUNCTION_FAILED'] as const)(
    'leaves attempts and delay as they were: %s',
    async (code) => {
      const world = await worldWithBoth();
      await refusalOf(() => startProcess(world).core.unlockWith(KIND.appPasscode, '9999'));
      const before = storedAnchor(world);
      world.now += 1000;
      const evaluate = () => Promise.reject(new CoreError(code, 'no result'));
      const adjust = (ports: CorePorts) => ({ ...ports, deviceFunction: { ...ports.deviceFunction, evaluate } });
      const { core } = startProcess(world, { adjust });
      expect(await refusalOf(() => core.unlockWith(KIND.appPasscode, '1234'))).toBe(code);
      expect(storedAnchor(world)).toEqual(before);
    },
  );
});

describe('a login', () => {
  it('erases nothing that can not be read now', async () => {
    const world = await worldWithBoth();
    const before = new Map(world.disk.anchors);
    const adjust = (ports: CorePorts) => ({ ...ports, anchorMac: { ...ports.anchorMac, mac: unavailable } });
    const { core } = startProcess(world, { adjust });
    expect(await refusalOf(() => core.create(newVault('5678')))).toBe('TEMPORARILY_UNAVAILABLE');
    expect(world.disk.anchors).toEqual(before);
    expect(world.disk.blobs.size).toBe(1);
  });

  it('that is cancelled leaves no key behind but those of the vault that is there', async () => {
    const world = await worldWithBoth();
    const keys = [...world.ring.keys()];
    const create = () => Promise.reject(new CoreError('USER_CANCELED', 'no'));
    const kems = { ...world.kems, biometric: { ...world.kems.biometric!, create } };
    const { core } = startProcess(world, { adjust: (ports) => ({ ...ports, kems }) });
    const asked = { ...newVault('5678'), policy: { ...POLICY, mode: MODE.BiometricAndPasscode } };
    const slots = [passcodeSlot('5678'), { kind: KIND.biometric }];
    expect(await refusalOf(() => core.create({ ...asked, slots }))).toBe('USER_CANCELED');
    expect([...world.ring.keys()]).toEqual(keys);
  });

  it('that is too large leaves none either', async () => {
    const world = await worldWithBoth();
    const keys = [...world.ring.keys()];
    const values = new Map([['a', new Uint8Array(16 * 1024 * 1024)]]);
    const { core } = startProcess(world);
    expect(await refusalOf(() => core.create({ ...newVault('5678'), values }))).toBe('LIMIT_EXCEEDED');
    expect([...world.ring.keys()]).toEqual(keys);
  });
});

it('no data key and no secret of a slot is left in memory by who made it', async () => {
  const world = makeWorld();
  const secrets: Uint8Array[] = [];
  const keep = <Value extends Uint8Array>(value: Value): Value => {
    if (value.length === 32) secrets.push(value);
    return value;
  };
  const adjust = (ports: CorePorts): CorePorts => ({
    ...ports,
    aead: { ...ports.aead, importDek: (bytes) => ports.aead.importDek(keep(bytes)) },
    kdf: { derive: async (...asked) => keep(await ports.kdf.derive(...asked)) },
  });
  const { core } = startProcess(world, { adjust });
  await core.create(bothSlots('1234', {}));
  await core.rekey({
    policy: { ...POLICY, mode: MODE.BiometricAndPasscode },
    keep: [KIND.biometric],
    create: [passcodeSlot('5678')],
  });
  expect(secrets).toHaveLength(4);
  expect(secrets.filter((bytes) => bytes.some((byte) => byte !== 0))).toEqual([]);
});

describe('a slot with a key of the system', () => {
  it('that is listed as dead is not tried, though its key is there', async () => {
    const world = await worldWithBoth();
    const { ports } = startProcess(world);
    const vault = await loaded(ports);
    const [slot] = vault.envelope.header.slots;
    const dead = { ...vault, anchor: { ...vault.anchor, deadSlots: [slot!.head.slotId] } };
    expect(await refusalOf(() => unlockSlot(ports, vault, { kind: KIND.biometric }))).toBeUndefined();
    expect(await refusalOf(() => beginUnlock(ports, dead, { kind: KIND.biometric }))).toBe('KEY_INVALIDATED');
  });

  it('is opened with what a prompt gave for it, and not with what it gave for a former one', async () => {
    const world = await worldWithBoth();
    const { ports } = startProcess(world);
    const vault = await loaded(ports);
    const { head } = vault.envelope.header.slots[0]!;
    const other = { ...head, enc: new Uint8Array(head.enc.length) };
    const bytes = new Uint8Array(32).fill(9);
    const open = (of: typeof head) => unlockSlot(ports, vault, { kind: KIND.biometric, secret: { of, bytes } });
    expect(await refusalOf(() => open(head))).toBe('AUTHENTICATION_FAILED');
    expect(await refusalOf(() => open(other))).toBe('CONFLICT');
  });

  it('is refused where this device has no such keys', async () => {
    const world = await worldWithBoth();
    const { core } = startProcess(world, { adjust: (ports) => ({ ...ports, kems: {} }) });
    expect(await refusalOf(() => core.unlockWith(KIND.biometric))).toBe('POLICY_NOT_MET');
  });

  it('has its salt asked for, too', async () => {
    const world = await worldWithBoth();
    const asked: unknown[] = [];
    const decapsulate = (input: unknown) => {
      asked.push(input);
      return unavailable();
    };
    const kems = { ...world.kems, biometric: { ...world.kems.biometric!, decapsulate } };
    const { core } = startProcess(world, { adjust: (ports) => ({ ...ports, kems }) });
    await refusalOf(() => core.unlockWith(KIND.biometric));
    expect(asked).toEqual([expect.objectContaining({ salt: expect.any(Uint8Array) as unknown })]);
  });
});

it('a passcode that is set may have to be longer here', () => {
  expect(() => normaliseNewPasscode('1234567', 8)).toThrow('INVALID_PASSCODE');
  expect(normaliseNewPasscode('12345678', 8)).toHaveLength(8);
});

it('only what loading would not repair is settled', async () => {
  const world = await worldWithBoth();
  const vault = await loaded(startProcess(world).ports);
  const { anchor } = vault;
  const unsettled = [
    { next: anchor.cur },
    { pending: true, attempts: 1 },
    { erasing: true },
    { keySlots: [...anchor.keySlots, new Uint8Array(8)] },
  ];
  expect(isSettled(vault)).toBe(true);
  expect(unsettled.filter((changes) => isSettled({ ...vault, anchor: { ...anchor, ...changes } }))).toEqual([]);
});

it('a key that only one of the two kinds has is destroyed with its slot', async () => {
  const world = makeWorld();
  const random = seededRandom(5);
  const destroyed: string[] = [];
  const kem = (kind: string) => ({
    ...fixedKem(KEM.rsaOaepSha256, random),
    destroy: (name: string) => Promise.resolve(void destroyed.push(`${kind} ${name.slice(-4)}`)),
  });
  const kems = { biometric: kem('biometric'), deviceCredential: kem('deviceCredential') };
  const { core } = startProcess(world, { adjust: (ports) => ({ ...ports, kems }) });
  await core.create(newVault('1234'));
  await core.erase();
  expect(destroyed).toEqual(['biometric .kem', 'deviceCredential .kem']);
});

it('a device credential whose key is gone is made anew by the next unlock', async () => {
  const world = makeWorld();
  const { core } = startProcess(world);
  const slots = [{ kind: KIND.deviceCredential }, passcodeSlot('1234')];
  const policy = { ...POLICY, mode: MODE.BiometricAndPasscode, enrolment: ENROLMENT.requireOther };
  await core.create({ ...newVault('1234', { a: '1' }), policy, slots });
  const [first] = storedAnchor(world)!.keySlots;
  const { core: next, ports } = startProcess(world);
  const vault = await loaded(ports);
  const name = `idv1.${hex(vault.anchor.vaultId)}.${hex(vault.envelope.header.slots[0]!.head.slotId)}.kem`;
  await world.kems.deviceCredential!.destroy(name);
  expect(await refusalOf(() => next.unlockWith(KIND.deviceCredential))).toBe('KEY_INVALIDATED');
  await next.unlockWith(KIND.appPasscode, '1234');
  next.lock();
  await next.unlockWith(KIND.deviceCredential);
  expect(await readValues(next)).toEqual({ a: '1' });
  expect(first).toBeDefined();
});
