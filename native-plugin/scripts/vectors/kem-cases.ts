import { concat, hex, type Bytes } from '../../src/core/codec/bytes.ts';
import { KEM } from '../../src/core/codec/format-ids.ts';
import { encryptEcies, publicKeyOf, type EciesVariant } from './ecies.ts';
import { applyEdits, flip } from './envelope-edit.ts';
import { encryptOaep, type OaepHashes } from './rsa-oaep.ts';
import { RSA_TEST_KEY, RSA_TEST_MODULUS } from './rsa-test-key.ts';
import { seededRandom } from './seeded-random.ts';
import type { VectorFile } from './vector-file.ts';

export interface KemCase {
  readonly id: string;
  readonly why: string;
  readonly base: string;
  readonly kem: number;
  readonly enc: string;
  readonly expect: { readonly secret: string } | { readonly error: string };
}

export interface KemBase {
  readonly name: string;
  readonly key: string;
}

const SECRET = seededRandom(0x6b0).bytes(32);
const AES_KEY = seededRandom(0x6b1).bytes(32);
const EC_KEY = seededRandom(0x6b4).bytes(32);
const EPHEMERAL = seededRandom(0x6b5).bytes(32);
/** Found by trying: the shared secret of it and {@link EC_KEY} begins with a zero byte. */
const ZERO_EPHEMERAL = seededRandom(0x124e).bytes(32);
const OPENED = { secret: hex(SECRET) };
const REFUSED = { error: 'AUTHENTICATION_FAILED' };
const SHA256: OaepHashes = { hash: 'SHA-256', mgf1: 'SHA-1' };
const SHA1: OaepHashes = { hash: 'SHA-1', mgf1: 'SHA-1' };
const ALL_SHA256: OaepHashes = { hash: 'SHA-256', mgf1: 'SHA-256' };

type Row = readonly [id: string, why: string, kem: number, enc: Bytes, expect: KemCase['expect']];

/** What decrypts `enc` to the secret S, and what doesn't. FORMAT.md §6.1, and §6.4 step 5. */
export async function kemCases(): Promise<VectorFile> {
  const toCase =
    (base: string) =>
    ([id, why, kem, enc, expect]: Row): KemCase => ({ id, why, base, kem, enc: hex(enc), expect });
  const rows = [...(await rsaRows()).map(toCase('rsa')), ...(await lengthRows()).map(toCase('rsa'))];
  return {
    file: 'kems.json',
    about:
      'The secret S from `enc` with the key of the slot, for the kems whose decryption is written down here: RSA (`key`: PKCS #8), ECIES (`key`: the private scalar) and AES (`key`: the key itself).',
    bases: [
      { name: 'rsa', key: RSA_TEST_KEY },
      { name: 'aes', key: hex(AES_KEY) },
      { name: 'ecies', key: hex(EC_KEY) },
    ] satisfies KemBase[],
    cases: [...rows, ...(await aesRows()).map(toCase('aes')), ...(await eciesRows()).map(toCase('ecies'))],
  };
}

async function rsaRows(): Promise<readonly Row[]> {
  const [enc256, enc1] = [await encryptRsa(SHA256, SECRET), await encryptRsa(SHA1, SECRET)];
  const [mgf1, labelled] = [await encryptRsa(ALL_SHA256, SECRET), await encryptRsa(SHA256, SECRET, 'idv1')];
  const { rsaOaepSha256: kem1, rsaOaepSha1: kem2 } = KEM;
  return [
    ['rsa-sha256', 'OAEP with SHA-256 and MGF1-SHA-1', kem1, enc256, OPENED],
    ['rsa-sha1', 'OAEP with SHA-1 and MGF1-SHA-1', kem2, enc1, OPENED],
    ['rsa-sha256-as-sha1', 'asked for by kem 2, encrypted for kem 1', kem2, enc256, REFUSED],
    ['rsa-sha1-as-sha256', 'asked for by kem 1, encrypted for kem 2', kem1, enc1, REFUSED],
    ['rsa-mgf1-sha256', 'MGF1 with SHA-256: what many libraries do unless told otherwise', kem1, mgf1, REFUSED],
    ['rsa-label', 'a label, where none belongs', kem1, labelled, REFUSED],
    ['rsa-flipped', 'a changed bit', kem1, applyEdits(enc256, [flip(200)]), REFUSED],
  ];
}

async function lengthRows(): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const length of [0, 16, 31, 33]) {
    const enc = await encryptRsa(SHA256, seededRandom(length).bytes(length));
    rows.push([`rsa-secret-${length}`, 'decrypts to no 32 bytes', KEM.rsaOaepSha256, enc, { error: 'CORRUPT' }]);
  }
  return rows;
}

function encryptRsa(hashes: OaepHashes, plaintext: Bytes, label = ''): Promise<Bytes> {
  const message = {
    plaintext,
    seed: seededRandom(0x6b2 + plaintext.length).bytes(32),
    label: new TextEncoder().encode(label),
  };
  return encryptOaep(RSA_TEST_MODULUS, message, hashes);
}

async function aesRows(): Promise<readonly Row[]> {
  const kem = KEM.aesKeystore;
  const enc = await encryptAes('');
  return [
    ['aes', 'nonce, ciphertext, tag', kem, enc, OPENED],
    ['aes-flipped-nonce', 'a changed bit of the nonce', kem, applyEdits(enc, [flip(0)]), REFUSED],
    ['aes-flipped-tag', 'a changed bit of the tag', kem, applyEdits(enc, [flip(59)]), REFUSED],
    ['aes-aad', 'additional data, where none belongs', kem, await encryptAes('idv1/slot'), REFUSED],
  ];
}

async function encryptAes(aad: string): Promise<Bytes> {
  const nonce = seededRandom(0x6b3).bytes(12);
  const key = await crypto.subtle.importKey('raw', AES_KEY, 'AES-GCM', false, ['encrypt']);
  const parameters = { name: 'AES-GCM', iv: nonce, additionalData: new TextEncoder().encode(aad) };
  return concat(nonce, new Uint8Array(await crypto.subtle.encrypt(parameters, key, SECRET)));
}

async function eciesRows(): Promise<readonly Row[]> {
  const kem = KEM.eciesP256;
  const publicKey = publicKeyOf(EC_KEY);
  const encrypt = (variant: EciesVariant = {}, plaintext = SECRET, ephemeral = EPHEMERAL) =>
    encryptEcies(publicKey, { ephemeral, plaintext }, variant);
  const enc = await encrypt();
  const lengths: Row[] = [];
  for (const length of [0, 16, 31, 33]) {
    const short = await encrypt({}, seededRandom(length).bytes(length));
    lengths.push([`ecies-secret-${length}`, 'decrypts to no 32 bytes', kem, short, { error: 'CORRUPT' }]);
  }
  return [
    ['ecies', 'public key, ciphertext, tag', kem, enc, OPENED],
    ['ecies-zero', 'the shared secret begins with a zero byte', kem, await encrypt({}, SECRET, ZERO_EPHEMERAL), OPENED],
    ['ecies-no-info', 'nothing shared in the derivation', kem, await encrypt({ info: new Uint8Array(0) }), REFUSED],
    ['ecies-static-info', 'derived with the other public key', kem, await encrypt({ info: publicKey }), REFUSED],
    [
      'ecies-zero-iv',
      'the nonce of the algorithm without variable IV',
      kem,
      await encrypt({ iv: new Uint8Array(16) }),
      REFUSED,
    ],
    [
      'ecies-aad',
      'the public key as additional data, where none belongs',
      kem,
      await encrypt({ aad: publicKey }),
      REFUSED,
    ],
    ['ecies-flipped-point', 'no point of the curve', kem, applyEdits(enc, [flip(64)]), REFUSED],
    ['ecies-flipped-ciphertext', 'a changed bit', kem, applyEdits(enc, [flip(65)]), REFUSED],
    ['ecies-flipped-tag', 'a changed bit of the tag', kem, applyEdits(enc, [flip(112)]), REFUSED],
    ...lengths,
  ];
}
