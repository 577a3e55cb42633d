import { claimsOf } from '../claims-of';

/** A claim of an ID token, for people. */
export interface ShownClaim {
  readonly name: string;
  readonly label: string;
  readonly text: string;
  /** For a claim that is a time. */
  readonly at?: Date;
}

/** What an ID token says. */
export interface ShownClaims {
  readonly claims: readonly ShownClaim[];
  /** The names of those that tell a person nothing. */
  readonly others: readonly string[];
}

/** In the order in which they are shown. */
const LABELS = new Map([
  ['name', 'Name'],
  ['email', 'E-mail'],
  ['preferred_username', 'User name'],
  ['sub', 'Subject'],
  ['iss', 'Issuer'],
  ['aud', 'Audience'],
  ['auth_time', 'Signed in'],
  ['iat', 'Issued'],
  ['exp', 'Expires'],
]);

const TIMES: readonly string[] = ['auth_time', 'iat', 'exp'];

/** The claims of an ID token, which was checked when it came. For display only. */
export function shownClaims(idToken: string): ShownClaims {
  const all = claimsOf(idToken);
  const claims = [...LABELS].flatMap(([name, label]) => (name in all ? [shownClaim(name, label, all[name])] : []));
  return { claims, others: Object.keys(all).filter((name) => !LABELS.has(name)) };
}

function shownClaim(name: string, label: string, value: unknown): ShownClaim {
  const text = typeof value === 'string' ? value : Array.isArray(value) ? value.join(', ') : JSON.stringify(value);
  const isTime = TIMES.includes(name) && typeof value === 'number';
  return isTime ? { name, label, text, at: new Date(value * 1000) } : { name, label, text };
}
