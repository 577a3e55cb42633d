import { clockOf, expiryOf } from './expiry';

describe('expiryOf', () => {
  const tokenOf = (claims: unknown) => `e30.${btoa(JSON.stringify(claims))}.c2ln`;

  it('reads the claim exp', () => {
    expect(expiryOf(tokenOf({ exp: 1_700_000_000 }))).toBe(1_700_000_000_000);
  });

  it('knows nothing of what is no such token', () => {
    expect(['', 'opaque', 'a.b.c', tokenOf({}), tokenOf({ exp: 'soon' })].map(expiryOf)).toEqual(
      Array(5).fill(undefined),
    );
  });
});

describe('clockOf', () => {
  it('shows minutes and seconds, and never less than nothing', () => {
    expect([249_000, 59_001, -5].map(clockOf)).toEqual(['4:09', '1:00', '0:00']);
  });
});
