import type { Random } from '../../src/core/ports/ports.ts';

/** The same bytes for the same seed: vectors must not change when they are generated again. Never for real keys. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    // splitmix32 (Steele, Lea, Flood 2014, in its 32-bit form).
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return (mixed ^ (mixed >>> 15)) & 0xff;
  };
  return { bytes: (length) => Uint8Array.from({ length }, next) };
}
