import { hex, type Bytes } from '../../src/core/codec/bytes.ts';
import { PRF } from '../../src/core/codec/format-ids.ts';
import { hmacSha256 } from './fixed-devices.ts';
import { BASE_POINT, ecdhDeviceFunction, fromInteger, hashToPoint, multiply, toInteger } from './p256.ts';
import { seededRandom } from './seeded-random.ts';
import type { VectorFile } from './vector-file.ts';

/** Found by trying, by seed. */
const leadingZeros: readonly (readonly [id: string, why: string, seed: number])[] = [
  ['point', 'c begins with a zero byte', 0x2008],
  ['output', 'F begins with a zero byte: it has 32 bytes all the same', 0x2085],
  ['key', 'the private scalar begins with a zero byte', 0x2145],
];

/** FORMAT.md §6.2. */
export async function deviceFunctionCases(): Promise<VectorFile> {
  const random = seededRandom(0xf);
  const cases: { id: string; why: string }[] = [];
  for (const prf of [PRF.hmac, PRF.keychainHmac]) {
    const [key, input] = [random.bytes(32), random.bytes(32)];
    const why = prf === PRF.hmac ? 'HMAC with a key of the device' : 'the same function; only where the key is differs';
    cases.push({
      id: `prf-${prf}`,
      why,
      ...{ prf, key: hex(key), input: hex(input), expect: { output: hex(await hmacSha256(key, input)) } },
    });
  }
  for (const [id, why, seed] of leadingZeros) {
    const found = seededRandom(seed);
    const [key, input] = [found.bytes(32), found.bytes(32)];
    cases.push(await ecdhCase(`prf-2-zero-${id}`, why, { key, input }));
  }
  const wanted = new Set([0, 1, 2, 3, 4]);
  while (wanted.size > 0) {
    const [key, input] = [random.bytes(32), random.bytes(32)];
    const { index } = await hashToPoint(input);
    if (!wanted.delete(index)) continue;
    const why =
      index === 0
        ? 'the first candidate is a point'
        : `candidates before number ${index} are no x-coordinate of the curve`;
    cases.push(await ecdhCase(`prf-2-candidate-${index}`, why, { key, input }));
  }
  return {
    file: 'device-function.json',
    about:
      'The device function F. `key` of prf 2 is the private scalar d, of which a device only ever shows the public point; `candidate` is the i that served.',
    cases: cases.sort((a, b) => (a.id < b.id ? -1 : 1)),
  };
}

async function ecdhCase(id: string, why: string, { key, input }: { readonly key: Bytes; readonly input: Bytes }) {
  const { point, index } = await hashToPoint(input);
  const output = hex(await ecdhDeviceFunction(key, input));
  const publicKey = multiply(toInteger(key), BASE_POINT);
  return {
    ...{ id, why, prf: PRF.ecdh, key: hex(key), input: hex(input), candidate: index },
    ...{ pointX: hex(fromInteger(point.x)), publicX: hex(fromInteger(publicKey.x)) },
    ...{ publicY: hex(fromInteger(publicKey.y)), expect: { output } },
  };
}
