import { claimsOf } from './claims-of';

/** From when to when a token is good, in milliseconds since 1970. */
export interface Lifetime {
  readonly from: number;
  readonly to: number;
}

/**
 * From the claims `iat` and `exp` of a JSON Web Token (RFC 7519). For display only: the server decides.
 *
 * @returns undefined for what is no such token
 */
export function lifetimeOf(token: string): Lifetime | undefined {
  const { iat, exp } = claimsOf(token);
  return typeof iat === 'number' && typeof exp === 'number' ? { from: iat * 1000, to: exp * 1000 } : undefined;
}

/** `4:09`, as a clock shows it. */
export function clockOf(milliseconds: number): string {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
