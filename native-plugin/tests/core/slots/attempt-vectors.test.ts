import {
  constants,
  createDecipheriv,
  createECDH,
  createHash,
  createPrivateKey,
  privateDecrypt,
  type Transform,
} from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { AttemptCase } from '../../../scripts/vectors/attempt-cases.ts';
import { unhex } from '../../../scripts/vectors/envelope-edit.ts';
import { fixedDevice } from '../../../scripts/vectors/fixed-ports.ts';
import type { KemBase, KemCase } from '../../../scripts/vectors/kem-cases.ts';
import { decodeOaep } from '../../../scripts/vectors/rsa-oaep.ts';
import { concat, hex, u32, type Bytes } from '../../../src/core/codec/bytes.ts';
import { KEM, KIND, MODE } from '../../../src/core/codec/format-ids.ts';
import { LIMIT } from '../../../src/core/codec/format-limits.ts';
import { CoreError } from '../../../src/core/ports/core-error.ts';
import { spendAttempt } from '../../../src/core/slots/attempts.ts';
import { loadVault } from '../../../src/core/store/load-vault.ts';
import { writeAnchor } from '../../../src/core/store/loaded-vault.ts';
import { createVault } from '../../../src/core/store/write-vault.ts';
import { basesOf, casesOf } from '../support/vector-texts.ts';

describe('attempts', () => {
  it.each(casesOf('attempts.json') as readonly AttemptCase[])('$id: $why', async (each) => {
    const { ports } = fixedDevice(1);
    const scope = new Uint8Array(32).fill(7);
    const policy = { ...each, mode: MODE.PasscodeOnly, enrolment: 0, passcodeSetupNeeded: false } as const;
    const slot = { kind: KIND.appPasscode, passcode: new Uint8Array(8), iterations: LIMIT.iterationsMin };
    const { vault } = await createVault(
      { ...ports, kdf: { derive: () => Promise.resolve(new Uint8Array(32)) } },
      { scope, over: undefined },
      { policy, slots: [slot], values: new Map() },
    );
    const { attempts, delayStart, now } = each;
    const counted = await writeAnchor(ports, vault, { attempts, delayStart });
    const result = await outcomeOf(() => spendAttempt({ ...ports, clock: { now: () => now } }, counted));

    if ('attempts' in each.expect) {
      expect(result).toMatchObject({ anchor: { ...each.expect, pending: true, delayStart } });
      return;
    }
    const after = await loadVault(ports, scope);
    const code = result instanceof CoreError ? result.code : undefined;
    if (each.expect.error === 'TOO_MANY_ATTEMPTS') {
      expect([code, after]).toEqual(['TOO_MANY_ATTEMPTS', undefined]);
    } else {
      const { wait, delayStart: started } = each.expect;
      expect(result).toMatchObject({ code: 'ATTEMPT_DELAYED', retryAfter: wait });
      expect(after?.anchor).toMatchObject({ attempts, pending: false, delayStart: started });
    }
  });
});

async function outcomeOf(task: () => Promise<unknown>): Promise<unknown> {
  try {
    return await task();
  } catch (error) {
    return error;
  }
}

describe('kems', () => {
  const decrypt: Record<number, (key: Bytes, enc: Bytes) => Promise<Bytes | undefined>> = {
    [KEM.rsaOaepSha256]: (key, enc) => decodeOaep(rawRsa(key, enc), { hash: 'SHA-256', mgf1: 'SHA-1' }),
    [KEM.rsaOaepSha1]: (key, enc) => decodeOaep(rawRsa(key, enc), { hash: 'SHA-1', mgf1: 'SHA-1' }),
    [KEM.eciesP256]: (key, enc) => Promise.resolve(ecies(key, enc)),
    [KEM.aesKeystore]: (key, enc) => Promise.resolve(aes(key, enc)),
  };

  const keys = new Map((basesOf('kems.json') as readonly KemBase[]).map(({ name, key }) => [name, unhex(key)]));

  it.each(casesOf('kems.json') as readonly KemCase[])('$id: $why', async ({ kem, base, enc, expect: expected }) => {
    const secret = await decrypt[kem]!(keys.get(base)!, unhex(enc));
    if (secret === undefined) expect(expected).toEqual({ error: 'AUTHENTICATION_FAILED' });
    else if (secret.length !== 32) expect(expected).toEqual({ error: 'CORRUPT' });
    else expect(expected).toEqual({ secret: hex(secret) });
  });
});

function rawRsa(key: Bytes, enc: Bytes): Bytes {
  const imported = createPrivateKey({ key, format: 'der', type: 'pkcs8' });
  return new Uint8Array(privateDecrypt({ key: imported, padding: constants.RSA_NO_PADDING }, enc));
}

function aes(key: Bytes, enc: Bytes): Bytes | undefined {
  return unseal(createDecipheriv('aes-256-gcm', key, enc.slice(0, 12)), enc.slice(12));
}

/** By Node's own curve and ciphers, beside the integers that made the vectors. */
function ecies(scalar: Bytes, enc: Bytes): Bytes | undefined {
  const own = createECDH('prime256v1');
  own.setPrivateKey(scalar);
  const publicKey = enc.slice(0, 65);
  try {
    const shared = own.computeSecret(publicKey);
    const derived = createHash('sha256')
      .update(concat(shared, u32(1), publicKey))
      .digest();
    return unseal(createDecipheriv('aes-128-gcm', derived.subarray(0, 16), derived.subarray(16)), enc.slice(65));
  } catch {
    return undefined;
  }
}

/** `undefined`: the tag does not verify. */
function unseal(decipher: Transform, sealed: Bytes): Bytes | undefined {
  decipher.setAuthTag(sealed.slice(-16));
  try {
    const plaintext = new Uint8Array(decipher.update(sealed.slice(0, -16)));
    decipher.final();
    return plaintext;
  } catch {
    return undefined;
  }
}
