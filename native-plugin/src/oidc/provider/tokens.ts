import type { OidcSession } from '../oidc-session.ts';

/** What came from the token endpoint, checked. */
export interface Tokens {
  readonly access: string;
  readonly refresh?: string | undefined;
  readonly expiresIn?: number | undefined;
  readonly scope?: string | undefined;
  /** Absent in answers to a renewal, if the provider wants it so. */
  readonly id?: IdToken | undefined;
}

/** An ID token, and what of its claims says who this is. */
export interface IdToken {
  readonly text: string;
  readonly issuer: string;
  readonly subject: string;
  readonly name: string;
}

/** The session that begins with these tokens. */
export function sessionOf(tokens: Tokens, id: IdToken, receivedAt: number): OidcSession {
  const { text: idToken, issuer, subject, name: username } = id;
  return { ...given(tokens), username, token: tokens.access, idToken, issuer, subject, receivedAt };
}

/** The session that goes on with these tokens. What the answer doesn't say stays as it was. */
export function renewedSession(session: OidcSession, tokens: Tokens, receivedAt: number): OidcSession {
  const rest = { ...session };
  // Of the former token.
  delete rest.expiresIn;
  const idToken = tokens.id?.text ?? session.idToken;
  return { ...rest, ...given(tokens), token: tokens.access, idToken, receivedAt };
}

function given({ refresh, expiresIn, scope }: Tokens): Pick<OidcSession, 'refreshToken' | 'expiresIn' | 'scope'> {
  return {
    ...(refresh !== undefined && { refreshToken: refresh }),
    ...(expiresIn !== undefined && { expiresIn }),
    ...(scope !== undefined && { scope }),
  };
}
