import { describe, expect, it } from 'vitest';
import { concat, hex, utf8 } from '../src/core/bytes.ts';
import type { Bytes } from '../src/core/record.ts';
import { pbkdf2 } from '../src/web/pbkdf2.ts';
import { webCryptoSealing } from '../src/web/web-crypto-sealing.ts';
import { plainSealing } from '../src/testing/plain-sealing.ts';
import { fastKdf } from './devices.ts';

const binding = { vaultId: new Uint8Array(16).fill(1), scope: new Uint8Array(32).fill(2) };
const passcode = utf8('correct horse');

it('PBKDF2 gives the published answers', async () => {
  // RFC 7914, section 11: PBKDF2-HMAC-SHA-256, first 32 of 64 bytes.
  expect(hex(await pbkdf2(utf8('passwd'), utf8('salt'), 1))).toBe(
    '55ac046e56e3089fec1691c22544b605f94185216dde0465e68b9d57c20dacbc',
  );
  expect(hex(await pbkdf2(utf8('Password'), utf8('NaCl'), 80000))).toBe(
    '4ddcd8f60b98be21830cee5ef22701f9641a4418d04c0414aeff08876b34ab56',
  );
});

it('a passcode slot really takes 600,000 rounds, and opens with them', async () => {
  const rounds: number[] = [];
  const sealing = webCryptoSealing((secret, salt, iterations) => {
    rounds.push(iterations);
    return pbkdf2(secret, salt, iterations);
  });
  const { slot, key } = await sealing.createSlot(binding, { kind: 'appPasscode', passcode });
  const opened = await sealing.openSlot(binding, slot, passcode);
  expect(rounds).toEqual([600_000, 600_000]);
  expect(opened?.slotId).toEqual(key.slotId);
  expect(await sealing.openSlot(binding, slot, utf8('wrong horse'))).toBeUndefined();
});

describe.each([
  { name: 'WebCrypto', sealing: webCryptoSealing(fastKdf) },
  { name: 'plain', sealing: plainSealing() },
])('sealing: $name', ({ sealing }) => {
  const text = utf8('a secret');
  const data = utf8('header');

  it('opens what it sealed, and nothing that was changed', async () => {
    const { key } = await sealing.createSlot(binding, { kind: 'device' });
    const sealed = await sealing.seal(key, text, data);
    expect(await sealing.open(key, sealed, data)).toEqual(text);
    expect(await sealing.open(key, sealed, utf8('Header'))).toBeUndefined();
    const { key: other } = await sealing.createSlot(binding, { kind: 'device' });
    expect(await sealing.open(other, sealed, data)).toBeUndefined();
  });

  it('never repeats a nonce, id or salt', async () => {
    const { key, slot } = await sealing.createSlot(binding, { kind: 'appPasscode', passcode });
    const again = await sealing.createSlot(binding, { kind: 'appPasscode', passcode });
    const seals = await Promise.all(Array.from({ length: 50 }, () => sealing.seal(key, text, data)));
    expect(new Set(seals.map(({ nonce }) => hex(nonce))).size).toBe(50);
    expect(hex(slot.slotId)).not.toBe(hex(again.slot.slotId));
  });
});

describe('a slot is tied to its vault and its own header', () => {
  const sealing = webCryptoSealing(fastKdf);
  const changed = (bytes: Bytes): Bytes => concat(Uint8Array.of((bytes[0] ?? 0) ^ 1), bytes.slice(1));

  it.each([
    { case: 'unchanged', opens: true },
    { case: 'another vault id', vault: { vaultId: changed(binding.vaultId) }, opens: false },
    { case: 'another scope', vault: { scope: changed(binding.scope) }, opens: false },
    { case: 'another slot id', header: { slotId: new Uint8Array(8) }, opens: false },
    { case: 'another salt', header: { salt: new Uint8Array(16) }, opens: false },
    { case: 'another iteration count', header: { iterations: 599_999 }, opens: false },
  ])('$case: opens $opens', async ({ vault, header, opens }) => {
    const { slot } = await sealing.createSlot(binding, { kind: 'appPasscode', passcode });
    const key = await sealing.openSlot({ ...binding, ...vault }, { ...slot, ...header }, passcode);
    expect(key !== undefined).toBe(opens);
  });

  it('takes the device key: the same slot with another one does not open', async () => {
    const { slot } = await sealing.createSlot(binding, { kind: 'appPasscode', passcode });
    const { slot: other } = await sealing.createSlot(binding, { kind: 'appPasscode', passcode });
    expect(await sealing.openSlot(binding, { ...slot, deviceKey: other.deviceKey }, passcode)).toBeUndefined();
    expect((slot.deviceKey as CryptoKey).extractable).toBe(false);
  });
});
