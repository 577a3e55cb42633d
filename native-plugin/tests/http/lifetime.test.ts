import { describe, expect, it } from 'vitest';
import { isDue, received } from '../../src/http/lifetime.ts';

const at = (wall: number, monotonic: number) => () => ({ wall, monotonic });
const HOUR = 3600;
let tokens = 0;
/** Each token arrives once in this process. */
const token = (): string => `token-${(tokens += 1)}`;

describe('in the process that received it', () => {
  it('a token is due 30 s before its end, not earlier', () => {
    const session = received({ token: token(), expires_in: HOUR }, at(1000, 0));
    expect(isDue(session, at(1000 + 3_569_999, 3_569_999))).toBe(false);
    expect(isDue(session, at(1000 + 3_570_000, 3_570_000))).toBe(true);
  });

  it('a short one is due after three quarters of its time', () => {
    const session = received({ token: token(), expiresIn: 60 }, at(0, 0));
    expect([isDue(session, at(44_999, 44_999)), isDue(session, at(45_000, 45_000))]).toEqual([false, true]);
  });

  it('a wall clock that is set back gains nothing', () => {
    const session = received({ token: token(), expires_in: HOUR }, at(1_000_000_000, 0));
    expect(isDue(session, at(1, 3_600_000))).toBe(true);
    expect(isDue(session, at(1, 1000))).toBe(false);
  });

  it('a device that slept, whose monotonic clock stood still, gains nothing', () => {
    const session = received({ token: token(), expires_in: HOUR }, at(0, 0));
    expect(isDue(session, at(3_600_000, 10))).toBe(true);
  });
});

describe('in a later process', () => {
  const stored = (receivedAt?: number) => ({
    token: token(),
    expires_in: HOUR,
    ...(receivedAt !== undefined && { receivedAt }),
  });

  it('the wall clock counts', () => {
    expect(isDue(stored(1000), at(1000 + 3_569_999, 5))).toBe(false);
    expect(isDue(stored(1000), at(1000 + 3_570_000, 5))).toBe(true);
  });

  it('a wall clock that went backwards counts as over', () => {
    expect(isDue(stored(1000), at(999, 5))).toBe(true);
  });

  it('without a note of its arrival nothing is done early', () => {
    expect(isDue(stored(), at(1_000_000_000, 5))).toBe(false);
  });
});

it('a token without a time is never due', () => {
  expect(isDue(received({ token: token() }, at(0, 0)), at(1e15, 1e15))).toBe(false);
});
