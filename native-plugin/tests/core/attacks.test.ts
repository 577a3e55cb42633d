import { describe, expect, it } from 'vitest';
import { copyDisk } from '../../scripts/vectors/fixed-stores.ts';
import {
  BASE_POINT,
  ecdhDeviceFunction,
  fromInteger,
  hashToPoint,
  multiply,
  toInteger,
} from '../../scripts/vectors/p256.ts';
import { seededRandom } from '../../scripts/vectors/seeded-random.ts';
import { ascii, concat, isEqual, type Bytes } from '../../src/core/codec/bytes.ts';
import { encodeSlotHead } from '../../src/core/codec/encode-envelope.ts';
import { KEM, KIND, MODE, PRF } from '../../src/core/codec/format-ids.ts';
import { parseEnvelope } from '../../src/core/codec/parse-envelope.ts';
import { CoreError } from '../../src/core/ports/core-error.ts';
import type { SlotKem } from '../../src/core/ports/ports.ts';
import { findSlot, openPayload, openSlot } from '../../src/core/slots/open-envelope.ts';
import { normalisePasscode } from '../../src/core/slots/passcode.ts';
import { sealEnvelope, wrapSlot } from '../../src/core/slots/seal-envelope.ts';
import { slotAad } from '../../src/core/slots/slot-key.ts';
import { anchorKeyName, deviceKeyNames } from '../../src/core/slots/storage-names.ts';
import { hmac, nodeAead } from './support/node-aead.ts';
import { refusalOf } from './support/outcome.ts';
import {
  bothSlots,
  makeWorld,
  NAME,
  newVault,
  passcodeSlot,
  POLICY,
  readValues,
  SCOPE,
  startProcess,
  valuesOf,
} from './support/world.ts';

// Each attack is run twice: on the design that the review rejects, where it must succeed, else the
// test shows nothing; and on ours.

describe('h·G: a device function that the public key suffices for', () => {
  const d = seededRandom(31).bytes(32);
  const publicKey = multiply(toInteger(d), BASE_POINT);
  const scalarOf = async (guess: Bytes) =>
    toInteger(await nodeAead.digest(concat(ascii('idv1/h2c'), guess))) % 2n ** 255n;
  /** What the attacker computes without the device. */
  const offline = async (guess: Bytes) => fromInteger(multiply(await scalarOf(guess), publicKey).x);
  const guess = new Uint8Array(32).fill(9);

  it('naive: d·(h·G) is h·(d·G), so guesses are free', async () => {
    const naive = fromInteger(multiply(toInteger(d), multiply(await scalarOf(guess), BASE_POINT)).x);
    expect(isEqual(await offline(guess), naive)).toBe(true);
  });

  it('ours: the point has no known logarithm, so the same computation is worthless', async () => {
    expect(isEqual(await offline(guess), await ecdhDeviceFunction(d, guess))).toBe(false);
    const { point } = await hashToPoint(guess);
    expect(point).not.toEqual(multiply(await scalarOf(guess), BASE_POINT));
  });
});

describe('constant pepper: one operation of the device, then all guesses offline', () => {
  const PINS = Array.from({ length: 200 }, (_, index) => String(4000 + index));

  interface Attack {
    readonly device: (input: Bytes) => Bytes;
    readonly opens: (secret: Bytes, answer: Bytes) => Promise<boolean>;
    readonly secretOf: (pin: string) => Bytes;
  }

  /** The attacker has the storage, and may use the device `operations` times. Finds the PIN or not. */
  async function search(operations: number, { device, opens, secretOf }: Attack) {
    const answers: Bytes[] = [];
    for (const pin of PINS) {
      const secret = secretOf(pin);
      if (answers.length < operations) answers.push(device(secret));
      for (const answer of answers) if (await opens(secret, answer)) return pin;
    }
    return undefined;
  }

  it('naive: found with one operation; ours: not found, though each guess with its own operation would be', async () => {
    const world = makeWorld();
    await startProcess(world).core.create(newVault('4150', { session: '1' }));
    const { header } = parseEnvelope(world.disk.blobs.get(NAME)!);
    const slot = header.slots[0]!;
    const { prf } = deviceKeyNames(header.vaultId, slot.head.slotId);
    const key = world.ring.get(prf)!;
    const secretOf = (pin: string) => hmac(slot.head.salt, normalisePasscode(pin));
    const binding = { nonce: slot.nonce, aad: slotAad(header, slot.head) };
    const kekOf = (secret: Bytes, answer: Bytes) =>
      nodeAead.deriveKek({
        secret: concat(secret, answer),
        salt: concat(header.vaultId, slot.head.slotId),
        info: concat(ascii('idv1/kek'), encodeSlotHead(slot.head)),
      });

    const pepper = hmac(key, ascii('pepper'));
    const naiveKek = await kekOf(secretOf('4150'), pepper);
    const naiveWrapped = await nodeAead.wrap(naiveKek, new Uint8Array(32), binding);
    const opensNaive = async (secret: Bytes, answer: Bytes) =>
      (await nodeAead.unwrap(await kekOf(secret, answer), naiveWrapped, binding)) !== undefined;
    expect(await search(1, { device: () => pepper, opens: opensNaive, secretOf })).toBe('4150');

    const opensOurs = async (secret: Bytes, answer: Bytes) =>
      (await nodeAead.unwrap(await kekOf(secret, answer), slot.wrapped, binding)) !== undefined;
    const device = (input: Bytes) => hmac(key, input);
    expect(await search(1, { device, opens: opensOurs, secretOf })).toBeUndefined();
    expect(await search(20, { device, opens: opensOurs, secretOf })).toBeUndefined();
    expect(await search(PINS.length, { device, opens: opensOurs, secretOf })).toBe('4150');
  });
});

describe('old envelope and old passcode, after the passcode was changed', () => {
  const rekey = { policy: { ...POLICY }, keep: [], create: [passcodeSlot('8888')] };

  it('naive: re-wrapping the same data key; the old copy opens the new values', async () => {
    const world = makeWorld();
    const { core, ports } = startProcess(world);
    await core.create(newVault('1234', { a: 'old' }));
    const oldEnvelope = parseEnvelope(world.disk.blobs.get(NAME)!);
    const { dek } = await openSlot(
      ports,
      { envelope: oldEnvelope, slot: findSlot(oldEnvelope, KIND.appPasscode) },
      { passcode: normalisePasscode('1234') },
    );
    // The naive change: the same data key under another slot, new values.
    const draft = { ...oldEnvelope.header, generation: 2 };
    const { envelope: renewed } = await sealEnvelope(ports, { draft, dek }, valuesOf({ a: 'new' }));
    const again = await openSlot(
      ports,
      { envelope: oldEnvelope, slot: findSlot(oldEnvelope, KIND.appPasscode) },
      { passcode: normalisePasscode('1234') },
    );
    expect((await openPayload(ports.aead, renewed, again.dek)).size).toBe(1);
  });

  it('ours: put back, the old copy does not open; and its data key, had it been taken out, opens nothing new', async () => {
    const world = makeWorld();
    const { core, ports } = startProcess(world);
    await core.create(newVault('1234', { a: 'old' }));
    const oldDisk = copyDisk(world.disk);
    const oldEnvelope = parseEnvelope(world.disk.blobs.get(NAME)!);
    const stolen = await openSlot(
      ports,
      { envelope: oldEnvelope, slot: findSlot(oldEnvelope, KIND.appPasscode) },
      { passcode: normalisePasscode('1234') },
    );

    await core.rekey(rekey);
    await core.write(valuesOf({ a: 'new' }));
    const newEnvelope = parseEnvelope(world.disk.blobs.get(NAME)!);
    expect(await refusalOf(() => openPayload(ports.aead, newEnvelope, stolen.dek))).toBe('CORRUPT');

    const restored = { ...world, disk: oldDisk };
    expect(await refusalOf(() => startProcess(restored).core.unlockWith(KIND.appPasscode, '1234'))).toBe('KEY_MISSING');
    expect(await refusalOf(() => startProcess(world).core.unlockWith(KIND.appPasscode, '1234'))).toBe(
      'AUTHENTICATION_FAILED',
    );
    const { core: next } = startProcess(world);
    await next.unlockWith(KIND.appPasscode, '8888');
    expect(await readValues(next)).toEqual({ a: 'new' });
  });

  it('ours: a slot that stays is wrapped again without a prompt, under a new data key', async () => {
    const world = makeWorld();
    const { core, ports } = startProcess(world);
    await core.create(bothSlots('1234', { a: 'old' }));
    const before = parseEnvelope(world.disk.blobs.get(NAME)!);
    const stolen = await openSlot(ports, { envelope: before, slot: findSlot(before, KIND.biometric) }, {});
    await core.rekey({
      policy: { ...POLICY, mode: MODE.BiometricAndPasscode },
      keep: [KIND.biometric],
      create: [passcodeSlot('8888')],
    });
    const after = parseEnvelope(world.disk.blobs.get(NAME)!);
    expect(await refusalOf(() => openPayload(ports.aead, after, stolen.dek))).toBe('CORRUPT');
    expect(isEqual(after.header.slots[0]!.head.slotId, before.header.slots[0]!.head.slotId)).toBe(true);
    core.lock();
    await core.unlockWith(KIND.biometric);
    expect(await readValues(core)).toEqual({ a: 'old' });
  });

  it('ours: where a slot can not be wrapped again, the keys of the removed one are destroyed', async () => {
    const world = makeWorld();
    const { core } = startProcess(world);
    await core.create(bothSlots('1234', { a: '1' }));
    core.lock();
    // Unlocked by the finger, the passcode slot can't be wrapped again: nobody typed the passcode.
    await core.unlockWith(KIND.biometric);
    const { header } = parseEnvelope(world.disk.blobs.get(NAME)!);
    const names = deviceKeyNames(header.vaultId, header.slots[0]!.head.slotId);
    await core.rekey({ policy: { ...POLICY }, keep: [KIND.appPasscode], create: [] });
    expect(world.ring.has(names.prf)).toBe(false);
    core.lock();
    await core.unlockWith(KIND.appPasscode, '1234');
    expect(await readValues(core)).toEqual({ a: '1' });
  });
});

describe("forged public-key slot: a whole vault for a public key, so that the victim's finger opens the attacker's session", () => {
  /** Everything the attacker can do: choose S, encrypt it to the public key, wrap and seal. `mix` is what the design adds to S. */
  async function forge(mix: (secret: Bytes) => Bytes) {
    const world = makeWorld();
    const { core, ports } = startProcess(world);
    await core.create(bothSlots('1234', { session: 'victim' }));
    const { header } = parseEnvelope(world.disk.blobs.get(NAME)!);
    const { head: victim } = header.slots[0]!;
    const encapsulated = await ports.kems.biometric!.encapsulate!(deviceKeyNames(header.vaultId, victim.slotId).kem);
    const head = { ...victim, enc: encapsulated.enc };
    const kek = await nodeAead.deriveKek({
      secret: concat(encapsulated.secret, mix(encapsulated.secret)),
      salt: concat(header.vaultId, head.slotId),
      info: concat(ascii('idv1/kek'), encodeSlotHead(head)),
    });
    const dek = ports.random.bytes(32);
    const slot = await wrapSlot(ports, { binding: header, head, kek }, dek);
    const draft = { ...header, mode: MODE.BiometricOnly, generation: 2, slots: [slot] };
    const { bytes } = await sealEnvelope(
      ports,
      { draft, dek: await nodeAead.importDek(dek) },
      valuesOf({ session: 'attacker' }),
    );
    return { world, ports, kek, envelope: parseEnvelope(bytes), bytes, header, head };
  }

  it('naive: KEK from S alone; it opens', async () => {
    const { envelope, ports, head } = await forge(() => new Uint8Array(0));
    const secret = await ports.kems.biometric!.decapsulate({
      name: deviceKeyNames(envelope.header.vaultId, head.slotId).kem,
      salt: head.salt,
      enc: head.enc,
    });
    const naive = await nodeAead.deriveKek({
      secret,
      salt: concat(envelope.header.vaultId, head.slotId),
      info: concat(ascii('idv1/kek'), encodeSlotHead(head)),
    });
    const slot = envelope.header.slots[0]!;
    const dek = await nodeAead.unwrap(naive, slot.wrapped, {
      nonce: slot.nonce,
      aad: slotAad(envelope.header, slot.head),
    });
    const values = await openPayload(ports.aead, envelope, dek!);
    expect(new TextDecoder().decode(values.get('session'))).toBe('attacker');
  });

  it('ours: F(S) takes the device, so the slot does not open', async () => {
    for (const mix of [
      () => new Uint8Array(0),
      () => new Uint8Array(32),
      (secret: Bytes) => secret,
      (secret: Bytes) => hmac(secret, secret),
    ]) {
      const { envelope, ports } = await forge(mix);
      const open = () => openSlot(ports, { envelope, slot: findSlot(envelope, KIND.biometric) }, {});
      expect(await refusalOf(open)).toBe('AUTHENTICATION_FAILED');
    }
  });

  it('ours: and loading refuses it before anyone is asked', async () => {
    const { world, bytes } = await forge((secret) => secret);
    world.disk.blobs.set(NAME, bytes);
    const { core } = startProcess(world);
    expect(await refusalOf(() => core.unlock())).toBe('ROLLED_BACK');
  });

  it('ours: nor does an anchor made without the key of the device help', async () => {
    const { world, bytes } = await forge((secret) => secret);
    const attacker = makeWorld(99);
    await startProcess(attacker).core.create(newVault('0000', {}));
    world.disk.blobs.set(NAME, bytes);
    world.disk.anchors.set(NAME, attacker.disk.anchors.get(NAME)!);
    expect(await refusalOf(() => startProcess(world).core.unlock())).toBe('CORRUPT');
    expect(world.ring.has(anchorKeyName(SCOPE))).toBe(true);
  });
});

describe('rollback of the envelope alone', () => {
  it('naive: without an anchor, the old envelope opens and the old token is back; ours: refused, and it costs no attempt', async () => {
    const world = makeWorld();
    const { core, ports } = startProcess(world);
    await core.create(newVault('1234', { session: 'old' }));
    const old = world.disk.blobs.get(NAME)!;
    await core.write(valuesOf({ session: 'new' }));

    const envelope = parseEnvelope(old);
    const { dek } = await openSlot(
      ports,
      { envelope, slot: findSlot(envelope, KIND.appPasscode) },
      { passcode: normalisePasscode('1234') },
    );
    expect(new TextDecoder().decode((await openPayload(ports.aead, envelope, dek)).get('session'))).toBe('old');

    const anchor = world.disk.anchors.get(NAME)!;
    world.disk.blobs.set(NAME, old);
    const { core: next } = startProcess(world);
    expect(await refusalOf(() => next.unlockWith(KIND.appPasscode, '1234'))).toBe('ROLLED_BACK');
    expect(await refusalOf(() => core.values())).toBe('ROLLED_BACK');
    expect(isEqual(world.disk.anchors.get(NAME)!, anchor)).toBe(true);
    expect(world.disk.blobs.get(NAME)).toBe(old);
  });
});

describe('a changed enrolment', () => {
  it('marks the slot; the passcode still opens, and makes it anew without a prompt', async () => {
    const world = makeWorld();
    const { core } = startProcess(world);
    await core.create(bothSlots('1234', { a: '1' }));
    core.lock();
    const { header } = parseEnvelope(world.disk.blobs.get(NAME)!);
    const dead = header.slots[0]!.head.slotId;
    const { core: next } = startProcess(world, {
      adjust: (ports) => ({ ...ports, kems: { ...ports.kems, biometric: invalidated(ports.kems.biometric!) } }),
      passcodes: ['1234'],
    });
    expect(await refusalOf(() => next.unlock())).toBe('KEY_INVALIDATED');
    await next.unlock();
    expect(await readValues(next)).toEqual({ a: '1' });
    const after = parseEnvelope(world.disk.blobs.get(NAME)!).header.slots;
    expect(after.map(({ head }) => [head.kind, head.kem, head.prf])).toEqual([
      [KIND.biometric, KEM.rsaOaepSha256, PRF.hmac],
      [KIND.appPasscode, KEM.none, PRF.hmac],
    ]);
    expect(isEqual(after[0]!.head.slotId, dead)).toBe(false);
    expect(world.ring.has(deviceKeyNames(header.vaultId, dead).prf)).toBe(false);
    next.lock();
    const { core: last } = startProcess(world);
    await last.unlock();
    expect(await readValues(last)).toEqual({ a: '1' });
  });

  function invalidated(kem: SlotKem): SlotKem {
    return { ...kem, decapsulate: () => Promise.reject(new CoreError('KEY_INVALIDATED', 'a finger was added')) };
  }
});
