import { ascii, concat, u8, type Bytes } from '../../src/core/codec/bytes.ts';
import { hex } from '../../src/core/codec/bytes.ts';

/** P-256 (FIPS 186-4 D.1.2.3) in plain integers: the reference for device function prf 2, not constant-time. */
const P = 2n ** 256n - 2n ** 224n + 2n ** 192n + 2n ** 96n - 1n;
const B = 0x5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604bn;
export const BASE_POINT: Point = {
  x: 0x6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296n,
  y: 0x4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5n,
};

export interface Point {
  readonly x: bigint;
  readonly y: bigint;
}

/** The point of FORMAT.md §6.2, and how many candidates were refused before it. */
export async function hashToPoint(input: Bytes): Promise<{ readonly point: Point; readonly index: number }> {
  for (let index = 0; index < 256; index++) {
    const digest = await crypto.subtle.digest('SHA-256', concat(ascii('idv1/h2c'), input, u8(index)));
    const point = pointAt(toInteger(new Uint8Array(digest)));
    if (point) return { point, index };
  }
  throw new Error('no point found');
}

/** F of prf 2: the x-coordinate of d·P. */
export async function ecdhDeviceFunction(scalar: Bytes, input: Bytes): Promise<Bytes> {
  const { point } = await hashToPoint(input);
  return fromInteger(multiply(toInteger(scalar), point).x);
}

export function multiply(scalar: bigint, point: Point): Point {
  let result: Point | undefined;
  for (const bit of scalar.toString(2)) {
    if (result) result = add(result, result);
    if (bit === '1') result = result ? add(result, point) : point;
  }
  if (!result) throw new Error('a multiple of zero has no coordinates');
  return result;
}

export function toInteger(bytes: Bytes): bigint {
  return BigInt(`0x${hex(bytes)}`);
}

export function fromInteger(value: bigint): Bytes {
  const digits = value.toString(16).padStart(64, '0');
  return Uint8Array.from({ length: 32 }, (_, index) => Number.parseInt(digits.slice(2 * index, 2 * index + 2), 16));
}

/** `undefined`: no point of the curve has this x-coordinate. */
function pointAt(x: bigint): Point | undefined {
  if (x >= P) return undefined;
  const square = mod(x * x * x - 3n * x + B);
  // p ≡ 3 (mod 4), so this is a root if there is one.
  const root = power(square, (P + 1n) / 4n);
  if (mod(root * root) !== square) return undefined;
  return { x, y: root % 2n === 0n ? root : P - root };
}

function add(a: Point, b: Point): Point {
  const isSame = a.x === b.x && a.y === b.y;
  if (a.x === b.x && !isSame) throw new Error('the point at infinity has no coordinates');
  const slope = isSame ? (3n * a.x * a.x - 3n) * inverse(2n * a.y) : (b.y - a.y) * inverse(mod(b.x - a.x));
  const x = mod(slope * slope - a.x - b.x);
  return { x, y: mod(slope * (a.x - x) - a.y) };
}

function mod(value: bigint): bigint {
  const rest = value % P;
  return rest < 0n ? rest + P : rest;
}

function inverse(value: bigint): bigint {
  return power(mod(value), P - 2n);
}

function power(base: bigint, exponent: bigint): bigint {
  let result = 1n;
  for (const bit of exponent.toString(2)) {
    result = mod(result * result);
    if (bit === '1') result = mod(result * base);
  }
  return result;
}
