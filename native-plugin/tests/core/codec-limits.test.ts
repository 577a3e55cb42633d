import { expect, it } from 'vitest';
import { fixedDevice } from '../../scripts/vectors/fixed-ports.ts';
import { concat, hex, isEqualConstantTime, u32 } from '../../src/core/codec/bytes.ts';
import { encodeAnchor } from '../../src/core/codec/encode-anchor.ts';
import { encodeEnvelope } from '../../src/core/codec/encode-envelope.ts';
import { KIND } from '../../src/core/codec/format-ids.ts';
import { LIMIT } from '../../src/core/codec/format-limits.ts';
import { parseAnchor } from '../../src/core/codec/parse-anchor.ts';
import { encodePayload, parsePayload } from '../../src/core/codec/payload.ts';
import { createSlot } from '../../src/core/slots/make-slot.ts';
import { refusalOf } from './support/outcome.ts';
import { makeWorld, newVault, startProcess, storedEnvelope } from './support/world.ts';

it('a number of four bytes has its highest bits first', () => {
  expect([0, 1, 0x0102_0304, 0x89ab_cdef, 0xffff_ffff].map((value) => hex(u32(value)))).toEqual([
    ...['00000000', '00000001', '01020304', '89abcdef', 'ffffffff'],
  ]);
});

it('bytes of another length are other bytes', () => {
  const bytes = Uint8Array.of(1, 2);
  expect(isEqualConstantTime(bytes, Uint8Array.of(1, 2))).toBe(true);
  for (const other of [[1], [1, 2, 0], [1, 3], [0, 2]])
    expect(isEqualConstantTime(bytes, Uint8Array.from(other))).toBe(false);
});

it('an anchor of each combination of flags is read back as it was written', () => {
  const ids = [Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8), new Uint8Array(8).fill(9)];
  const common = {
    vaultId: new Uint8Array(16).fill(1),
    scope: new Uint8Array(32).fill(2),
    keySlots: ids,
    deadSlots: ids,
  };
  const ref = (generation: number) => ({ generation, digest: new Uint8Array(32).fill(generation) });
  const flags = (bits: number) => [1, 2, 4, 8].map((bit) => (bits & bit) !== 0);
  for (let bits = 0; bits < 16; bits++) {
    const [hasCur, hasNext, pending = false, nextResets = false] = flags(bits);
    if (nextResets && !hasNext) continue;
    const cur = hasCur ? ref(6) : undefined;
    const next = hasNext ? ref(hasCur ? 7 : 1) : undefined;
    const counted = { pending, attempts: pending ? 3 : 0, delayStart: pending ? 12_345 : 0 };
    for (const erasing of cur || next ? [false, true] : [true]) {
      const anchor = { ...common, ...counted, cur, next, nextResets, erasing };
      expect(parseAnchor(concat(encodeAnchor(anchor), new Uint8Array(32))).anchor).toEqual(anchor);
    }
  }
});

it('a writer refuses a key of no bytes, or of more than 1024', async () => {
  const encode = (key: string) => encodePayload(new Map([[key, new Uint8Array(0)]]));
  expect(await refusalOf(() => encode(''))).toBe('INVALID_ARGUMENT');
  expect(await refusalOf(() => encode('é'.repeat(512) + 'a'))).toBe('INVALID_ARGUMENT');
  expect([...parsePayload(encode('é'.repeat(512))).keys(), ...parsePayload(encode('a')).keys()]).toHaveLength(2);
});

it('a writer fills 16 MiB to the last byte, and refuses one more', async () => {
  const world = makeWorld();
  await startProcess(world).core.create(newVault('1234'));
  const { headerBytes, payloadNonce } = storedEnvelope(world)!;
  const room = LIMIT.envelope - headerBytes.length - 16;
  const encode = (length: number) => encodeEnvelope({ headerBytes, payloadNonce, ciphertext: new Uint8Array(length) });
  expect(encode(room).bytes.length).toBe(16 * 1024 * 1024);
  expect(await refusalOf(() => encode(room + 1))).toBe('LIMIT_EXCEEDED');
});

it('a passcode slot has 600 000 iterations where nobody measured', async () => {
  const { ports } = fixedDevice(1);
  const asked: number[] = [];
  const kdf = {
    derive: (...[, , iterations]: readonly [unknown, unknown, number]) => {
      asked.push(iterations);
      return Promise.resolve(new Uint8Array(32));
    },
  };
  const binding = { vaultId: new Uint8Array(16), scope: new Uint8Array(32) };
  const target = { binding, dek: new Uint8Array(32), enrolment: 0 } as const;
  const request = { kind: KIND.appPasscode, passcode: new Uint8Array(4) };
  const { slot } = await createSlot({ ...ports, kdf, mutex: (_name, task) => task() }, target, request);
  expect([slot.head.iterations, ...asked]).toEqual([600_000, 600_000]);
});
