import { shownClaims } from './shown-claims';

describe('shownClaims', () => {
  const tokenOf = (claims: unknown) => {
    const bytes = new TextEncoder().encode(JSON.stringify(claims));
    const payload = btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_');
    return `e30.${payload}.c2ln`;
  };

  it('names them for people, in one order, with times as times', () => {
    const { claims } = shownClaims(tokenOf({ exp: 1_700_000_060, aud: ['notes', 'mail'], name: 'Żaneta' }));

    expect(claims).toEqual([
      { name: 'name', label: 'Name', text: 'Żaneta' },
      { name: 'aud', label: 'Audience', text: 'notes, mail' },
      { name: 'exp', label: 'Expires', text: '1700000060', at: new Date(1_700_000_060_000) },
    ]);
  });

  it('gives of the others no more than the name', () => {
    expect(shownClaims(tokenOf({ nonce: 'secret-nonce' }))).toEqual({ claims: [], others: ['nonce'] });
  });

  it('knows nothing of what is no ID token', () => {
    for (const token of ['', 'opaque', 'a.b.c', tokenOf(null)]) {
      expect(shownClaims(token)).toEqual({ claims: [], others: [] });
    }
  });
});
