import { clockOf, lifetimeOf } from './expiry';

describe('lifetimeOf', () => {
  const tokenOf = (claims: unknown) => `e30.${btoa(JSON.stringify(claims))}.c2ln`;

  it('reads the claims iat and exp', () => {
    const token = tokenOf({ iat: 1_700_000_000, exp: 1_700_000_060 });

    expect(lifetimeOf(token)).toEqual({ from: 1_700_000_000_000, to: 1_700_000_060_000 });
  });

  it('knows nothing of what is no such token', () => {
    expect(['', 'opaque', 'a.b.c', tokenOf({ exp: 1 }), tokenOf({ iat: 1, exp: 'soon' })].map(lifetimeOf)).toEqual(
      Array(5).fill(undefined),
    );
  });
});

describe('clockOf', () => {
  it('shows minutes and seconds, and never less than nothing', () => {
    expect([249_000, 59_001, -5].map(clockOf)).toEqual(['4:09', '1:00', '0:00']);
  });
});
