/** What RFC 3986 lets an address have, in whole encodings. Brackets are left out: they have no place in these. */
const ADDRESS = /^(?:[A-Za-z0-9._~:/?#@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})+$/;
const AUTHORITY = /^https:\/\/([^/?#]*)/i;
const LABEL = '[a-z0-9](?:[a-z0-9-]*[a-z0-9])?';
const HOST = new RegExp(`^(${LABEL}(?:\\.${LABEL})*)(?::([1-9][0-9]{0,4}))?$`);
const MOST_PORT = 65_535;

/** The origin of an address of a provider, always with its port; `undefined`: it is none that may be opened or asked. BRIDGE.md §4.5. */
export function providerOrigin(address: string): string | undefined {
  if (!ADDRESS.test(address)) return undefined;
  const [, authority = ''] = AUTHORITY.exec(address) ?? [];
  // Only ASCII is left, so that no letter becomes another kind of letter.
  const [, host, port = '443'] = HOST.exec(authority.toLowerCase()) ?? [];
  return host === undefined || Number(port) > MOST_PORT ? undefined : `https://${host}:${port}`;
}

/** An entry of `authOrigins`; `undefined`: it is no origin, and allows nothing. */
export function configuredOrigin(entry: string): string | undefined {
  return AUTHORITY.exec(entry)?.[0] === entry ? providerOrigin(entry) : undefined;
}

/** What is expected to come back. */
export interface ExpectedAnswer {
  readonly callbackUrl: string;
  readonly state?: string | undefined;
}

/** Whether an address that arrived is the answer. Any other may come from anybody. */
export function isAnswer({ callbackUrl, state }: ExpectedAnswer, address: string): boolean {
  const [place = ''] = address.split(/[?#]/, 1);
  if (withPlainScheme(place) !== callbackUrl) return false;
  if (state === undefined) return true;
  const [before = ''] = address.split('#', 1);
  const states = new URLSearchParams(before.slice(place.length)).getAll('state');
  return states.length === 1 && states[0] === state;
}

function withPlainScheme(place: string): string {
  return place.replace(/^[A-Za-z][A-Za-z0-9+.-]*:/, (scheme) => scheme.toLowerCase());
}
