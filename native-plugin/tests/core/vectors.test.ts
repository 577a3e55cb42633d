import { describe, expect, it } from 'vitest';
import { deriveX963 } from '../../scripts/vectors/ecies.ts';
import { unhex } from '../../scripts/vectors/envelope-edit.ts';
import { hmacSha256 } from '../../scripts/vectors/fixed-devices.ts';
import { generateVectors } from '../../scripts/vectors/generate-vectors.ts';
import { ecdhDeviceFunction, fromInteger, hashToPoint, multiply, toInteger } from '../../scripts/vectors/p256.ts';
import type { withDue } from '../../scripts/vectors/trace-steps.ts';
import { hex } from '../../src/core/codec/bytes.ts';
import { encodePayload, parsePayload } from '../../src/core/codec/payload.ts';
import { CORE_ERROR_CODES } from '../../src/core/ports/core-error.ts';
import { normaliseNewPasscode, normalisePasscode } from '../../src/core/slots/passcode.ts';
import { scopeOf } from '../../src/core/slots/scope.ts';
import { initialState } from '../../src/core/state/lock-state.ts';
import { nextDue } from '../../src/core/state/next-due.ts';
import { reduce } from '../../src/core/state/reduce.ts';
import { webCryptoAead } from '../../src/web/crypto/web-crypto-aead.ts';
import { refusalOf, text } from './support/outcome.ts';
import { casesOf, vectorTexts } from './support/vector-texts.ts';

interface Named {
  readonly id: string;
  readonly why: string;
  readonly expect?: { readonly error?: string };
}

describe('the files', () => {
  it('are what the generator makes, byte for byte', async () => {
    expect(await generateVectors()).toEqual(vectorTexts);
  });

  it('have at least 150 cases; each has its own id, a reason, and an error of the closed list', () => {
    const all = [...vectorTexts.keys()].map((file) => casesOf(file) as readonly Named[]);
    expect(all.flat().length).toBeGreaterThanOrEqual(150);
    for (const cases of all) {
      expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length);
      expect(cases.filter(({ why }) => why.length < 3)).toEqual([]);
    }
    const errors = all.flat().flatMap((each) => (each.expect?.error === undefined ? [] : [each.expect.error]));
    expect(errors.filter((code) => !CORE_ERROR_CODES.some((known) => known === code))).toEqual([]);
  });
});

interface KnownAnswer extends Omit<Named, 'expect'> {
  readonly primitive: string;
  readonly [field: string]: unknown;
  readonly expect: { readonly output: string };
}

describe('published known answers', () => {
  const bytes = (value: unknown) => unhex(String(value));
  const compute: Record<string, (known: KnownAnswer) => Promise<Uint8Array>> = {
    'SHA-256': async ({ input }) => webCryptoAead().digest(bytes(input)),
    'HMAC-SHA-256': async ({ key, input }) => hmacSha256(bytes(key), bytes(input)),
    'HKDF-SHA-256': async ({ secret, salt, info, length }) => {
      const key = await crypto.subtle.importKey('raw', bytes(secret), 'HKDF', false, ['deriveBits']);
      const parameters = { name: 'HKDF', hash: 'SHA-256', salt: bytes(salt), info: bytes(info) };
      return new Uint8Array(await crypto.subtle.deriveBits(parameters, key, Number(length) * 8));
    },
    'X9.63-KDF-SHA-256': ({ secret, info, length }) => deriveX963(bytes(secret), bytes(info), Number(length)),
    'PBKDF2-HMAC-SHA-256': async ({ password, salt, iterations, length }) => {
      const key = await crypto.subtle.importKey('raw', bytes(password), 'PBKDF2', false, ['deriveBits']);
      const parameters = { name: 'PBKDF2', hash: 'SHA-256', salt: bytes(salt), iterations: Number(iterations) };
      return new Uint8Array(await crypto.subtle.deriveBits(parameters, key, Number(length) * 8));
    },
    'AES-256-GCM': async ({ key, nonce, aad, plaintext }) => {
      const imported = await crypto.subtle.importKey('raw', bytes(key), 'AES-GCM', false, ['encrypt']);
      const parameters = { name: 'AES-GCM', iv: bytes(nonce), additionalData: bytes(aad), tagLength: 128 };
      return new Uint8Array(await crypto.subtle.encrypt(parameters, imported, bytes(plaintext)));
    },
    'ECDH-P-256': ({ scalar, pointX, pointY }) => {
      const point = { x: toInteger(bytes(pointX)), y: toInteger(bytes(pointY)) };
      return Promise.resolve(fromInteger(multiply(toInteger(bytes(scalar)), point).x));
    },
  };

  it.each(casesOf('known-answers.json') as readonly KnownAnswer[])('$id: $why', async (known) => {
    expect(hex(await compute[known.primitive]!(known))).toBe(known.expect.output);
  });
});

interface DeviceFunctionCase extends Omit<Named, 'expect'> {
  readonly prf: number;
  readonly key: string;
  readonly input: string;
  readonly candidate?: number;
  readonly pointX?: string;
  readonly expect: { readonly output: string };
}

it.each(casesOf('device-function.json') as readonly DeviceFunctionCase[])('device function $id: $why', async (each) => {
  const f = each.prf === 2 ? ecdhDeviceFunction : hmacSha256;
  expect(hex(await f(unhex(each.key), unhex(each.input)))).toBe(each.expect.output);
  if (each.pointX !== undefined) {
    const { point, index } = await hashToPoint(unhex(each.input));
    expect([hex(fromInteger(point.x)), index]).toEqual([each.pointX, each.candidate]);
  }
});

interface PasscodeCase extends Named {
  readonly utf16: string;
  readonly setting: boolean;
  readonly expect: { readonly utf8?: string; readonly error?: string };
}

it.each(casesOf('passcodes.json') as readonly PasscodeCase[])(
  'passcode $id: $why',
  async ({ utf16, setting, expect: expected }) => {
    const units = (utf16.match(/.{4}/g) ?? []).map((unit) => Number.parseInt(unit, 16));
    const typed = String.fromCharCode(...units);
    const normalise = () => (setting ? normaliseNewPasscode(typed, 4) : normalisePasscode(typed));
    if (expected.error !== undefined) expect(await refusalOf(normalise)).toBe(expected.error);
    else expect(hex(normalise())).toBe(expected.utf8);
  },
);

interface ScopeCase extends Named {
  readonly appId: string;
  readonly vaultName?: string;
  readonly vaultNameUtf16?: string;
  readonly username?: string;
  readonly key?: string;
  readonly expect: { readonly scope?: string; readonly error?: string };
}

describe('scopes', () => {
  const cases = casesOf('scopes.json') as readonly ScopeCase[];
  it.each(cases)('$id: $why', async ({ appId, key, username = '', expect: expected, ...names }) => {
    const vaultName = names.vaultName ?? utf16(names.vaultNameUtf16 ?? '');
    const compute = () => scopeOf(webCryptoAead(), appId, key === undefined ? { vaultName, username } : { key });
    if (expected.error !== undefined) expect(await refusalOf(compute)).toBe(expected.error);
    else expect(hex(await compute())).toBe(expected.scope);
  });

  it('never collide', () => {
    const scopes = cases.flatMap(({ expect: { scope } }) => (scope === undefined ? [] : [scope]));
    expect(new Set(scopes).size).toBe(scopes.length);
  });
});

function utf16(units: string): string {
  return String.fromCharCode(...(units.match(/.{4}/g) ?? []).map((unit) => Number.parseInt(unit, 16)));
}

interface PayloadCase extends Named {
  readonly hex: string;
  readonly expect: { readonly values?: readonly (readonly [string, string])[]; readonly error?: string };
}

it.each(casesOf('payloads.json') as readonly PayloadCase[])(
  'payload $id: $why',
  async ({ hex: bytes, expect: expected }) => {
    if (expected.error !== undefined) {
      expect(await refusalOf(() => parsePayload(unhex(bytes)))).toBe(expected.error);
      return;
    }
    const values = parsePayload(unhex(bytes));
    expect(Array.from(values, ([key, value]) => [key, text(value)])).toEqual(expected.values);
    expect(hex(encodePayload(values))).toBe(bytes);
  },
);

describe('state machine', () => {
  it.each(casesOf('state-machine.json') as readonly ReturnType<typeof withDue>[])(
    '$id: $why',
    ({ settings, steps }) => {
      let state = initialState(settings);
      for (const { event, phase, effects, due } of steps) {
        const next = reduce(state, event);
        const found = { event, phase: next.state.phase, effects: next.effects, due: nextDue(next.state) };
        expect(found).toEqual({ event, phase, effects, due });
        state = next.state;
      }
    },
  );
});
