import type { DefaultSession } from '../definitions/v4.ts';

/** Who is signed in at the provider, and the tokens. Kept in the vault and nowhere else. */
export interface OidcSession extends DefaultSession {
  /** A name to show: what the provider gives of `preferred_username`, `email`, else the subject. */
  username: string;
  /** The access token. */
  token: string;
  /** The ID token of the last answer that had one; it was checked when it came. */
  idToken: string;
  /** Absent: the provider gave none, so the session ends with its access token. */
  refreshToken?: string;
  /** Seconds that the access token is good for, from {@link receivedAt} on, as the provider said. */
  expiresIn?: number;
  /** When the access token came, in milliseconds of this device's clock. */
  receivedAt: number;
  /** What the provider granted, which may be less than what was asked for. */
  scope?: string;
  /** With {@link subject}: which user this is. */
  issuer: string;
  /** With {@link issuer}: which user this is. */
  subject: string;
}

/** Whether two sessions are of one user. A name or an e-mail address says nothing about that: both can change hands. */
export function isSameUser(a: OidcSession, b: OidcSession): boolean {
  return a.issuer === b.issuer && a.subject === b.subject;
}
