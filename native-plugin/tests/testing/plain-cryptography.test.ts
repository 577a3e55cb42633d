import { describe, expect, it } from 'vitest';
import { hex, utf8 } from '../../src/core/codec/bytes.ts';
import { countingRandom, plainAead, plainKdf } from '../../src/testing/plain-cryptography.ts';
import { webCryptoAead } from '../../src/web/crypto/web-crypto-aead.ts';
import { webCryptoKdf } from '../../src/web/crypto/web-crypto-kdf.ts';
import { webCryptoRandom } from '../../src/web/crypto/web-crypto-random.ts';
import { fastKdf } from '../support/devices.ts';

/** What stands in for cryptography in tests keeps the contract of the real one. */
describe.each([
  { name: 'WebCrypto', aead: webCryptoAead(), kdf: fastKdf, random: webCryptoRandom },
  { name: 'plain', aead: plainAead, kdf: plainKdf, random: countingRandom() },
])('$name', ({ aead, kdf, random }) => {
  const bindingOf = (nonce: number, aad = 'header') => ({ nonce: new Uint8Array(12).fill(nonce), aad: utf8(aad) });
  const salt = new Uint8Array(16);
  const dekOf = (value: number) => aead.importDek(new Uint8Array(32).fill(value));
  const kekOf = (secret: string) => aead.deriveKek({ secret: utf8(secret), salt, info: utf8('kek') });

  it('opens what it sealed, and nothing that was changed', async () => {
    const text = utf8('a secret');
    const dek = await dekOf(1);
    const sealed = await aead.seal(dek, text, { ...bindingOf(1), salt });

    expect(await aead.open(dek, sealed, { ...bindingOf(1), salt })).toEqual(text);
    expect(await aead.open(dek, sealed, { ...bindingOf(2), salt })).toBeUndefined();
    expect(await aead.open(dek, sealed, { ...bindingOf(1, 'Header'), salt })).toBeUndefined();
    expect(await aead.open(await dekOf(2), sealed, { ...bindingOf(1), salt })).toBeUndefined();
    const changed = sealed.map((byte, at) => (at === 0 ? byte ^ 1 : byte));
    expect(await aead.open(dek, changed, { ...bindingOf(1), salt })).toBeUndefined();
  });

  it('unwraps the key it wrapped, with that key only', async () => {
    const kek = await kekOf('right');
    const wrapped = await aead.wrap(kek, new Uint8Array(32).fill(7), bindingOf(1));
    const dek = await aead.unwrap(kek, wrapped, bindingOf(1));
    const sealed = await aead.seal(dek!, utf8('x'), { ...bindingOf(2), salt });

    expect(wrapped).toHaveLength(48);
    expect(await aead.open(await dekOf(7), sealed, { ...bindingOf(2), salt })).toEqual(utf8('x'));
    expect(await aead.unwrap(await kekOf('wrong'), wrapped, bindingOf(1))).toBeUndefined();
  });

  it('derives the same from the same passcode, and something else from another', async () => {
    const derive = async (passcode: string) => hex(await kdf.derive(utf8(passcode), salt, 600_000));
    expect(await derive('1234')).toBe(await derive('1234'));
    expect(await derive('1234')).not.toBe(await derive('1235'));
  });

  it('never repeats a nonce', () => {
    expect(new Set(Array.from({ length: 50 }, () => hex(random.bytes(12)))).size).toBe(50);
  });
});

it('PBKDF2 gives the published answers', async () => {
  // RFC 7914, section 11: PBKDF2-HMAC-SHA-256, first 32 of 64 bytes.
  expect(hex(await webCryptoKdf.derive(utf8('passwd'), utf8('salt'), 1))).toBe(
    '55ac046e56e3089fec1691c22544b605f94185216dde0465e68b9d57c20dacbc',
  );
  expect(hex(await webCryptoKdf.derive(utf8('Password'), utf8('NaCl'), 80000))).toBe(
    '4ddcd8f60b98be21830cee5ef22701f9641a4418d04c0414aeff08876b34ab56',
  );
});
