import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  pbkdf2Sync,
  randomBytes,
} from 'node:crypto';

interface Key {
  readonly raw: Uint8Array;
}

interface Parameters {
  readonly name: string;
  readonly iv: Uint8Array;
  readonly additionalData?: Uint8Array;
  readonly salt: Uint8Array;
  readonly info: Uint8Array;
  readonly iterations: number;
}

const derived = new Map<string, Uint8Array>();

/**
 * What the tests use of WebCrypto, without its round trips: whatever does not end before the event loop turns never ends.
 * PBKDF2 is asked the same for nearly every mutant.
 */
export const fastSubtle = {
  digest: (algorithm: string, data: Uint8Array) => settled(() => hash(algorithm, data).buffer),
  importKey: (_format: string, raw: Uint8Array) => settled((): Key => ({ raw: raw.slice() })),
  generateKey: () => settled((): Key => ({ raw: new Uint8Array(randomBytes(32)) })),
  deriveKey: (parameters: Parameters, key: Key) => settled((): Key => ({ raw: hkdf(parameters, key, 32) })),
  deriveBits: (parameters: Parameters, key: Key, bits: number) =>
    settled(() => (parameters.name === 'HKDF' ? hkdf : pbkdf2)(parameters, key, bits / 8).slice().buffer),
  sign: (_algorithm: string, { raw }: Key, data: Uint8Array) =>
    settled(() => new Uint8Array(createHmac('sha256', raw).update(data).digest()).buffer),
  encrypt: (parameters: Parameters, key: Key, data: Uint8Array) => settled(() => encrypt(parameters, key, data).buffer),
  decrypt: (parameters: Parameters, key: Key, data: Uint8Array) => settled(() => decrypt(parameters, key, data).buffer),
  // eslint-disable-next-line max-params -- as WebCrypto has it
  unwrapKey: (_format: string, wrapped: Uint8Array, key: Key, parameters: Parameters) =>
    settled((): Key => ({ raw: decrypt(parameters, key, wrapped) })),
};

async function settled<Value>(compute: () => Value): Promise<Value> {
  await Promise.resolve();
  return compute();
}

function hash(algorithm: string, data: Uint8Array): Uint8Array {
  return new Uint8Array(createHash(algorithm.replace('-', '').toLowerCase()).update(data).digest());
}

function hkdf({ salt, info }: Parameters, { raw }: Key, length: number): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', raw, salt, info, length));
}

function pbkdf2({ salt, iterations }: Parameters, { raw }: Key, length: number): Uint8Array {
  const asked = [raw, salt].map((bytes) => Buffer.from(bytes).toString('hex')).join(` ${iterations} ${length} `);
  const known = derived.get(asked) ?? new Uint8Array(pbkdf2Sync(raw, salt, iterations, length, 'sha256'));
  derived.set(asked, known);
  return known;
}

function encrypt({ iv, additionalData }: Parameters, { raw }: Key, data: Uint8Array): Uint8Array {
  const cipher = createCipheriv(raw.length === 16 ? 'aes-128-gcm' : 'aes-256-gcm', raw, iv);
  if (additionalData) cipher.setAAD(additionalData);
  return new Uint8Array(Buffer.concat([cipher.update(data), cipher.final(), cipher.getAuthTag()]));
}

function decrypt({ iv, additionalData }: Parameters, { raw }: Key, data: Uint8Array): Uint8Array {
  try {
    const decipher = createDecipheriv(raw.length === 16 ? 'aes-128-gcm' : 'aes-256-gcm', raw, iv);
    if (additionalData) decipher.setAAD(additionalData);
    decipher.setAuthTag(data.slice(-16));
    return new Uint8Array(Buffer.concat([decipher.update(data.slice(0, -16)), decipher.final()]));
  } catch {
    throw new DOMException('it does not open', 'OperationError');
  }
}
