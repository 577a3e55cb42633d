import type { OidcSession } from '../oidc-session.ts';

/** A provider's client, in the words of Auth Connect. */
export interface ProviderOptions {
  /** A public client. */
  readonly clientId: string;
  /** With or without `/.well-known/openid-configuration` at its end. */
  readonly discoveryUrl: string;
  /** As it is registered at the provider; no query, no fragment. */
  readonly redirectUri: string;
  /** Where the provider sends the user after the end of its session. */
  readonly logoutUrl?: string;
  /** With `openid`. */
  readonly scope: string;
  /** Which API the access token is for, where the provider asks for it. */
  readonly audience?: string;
  /** An addition: origins of the provider's endpoints beside that of `discoveryUrl`. Cognito needs its domain here. */
  readonly endpointOrigins?: readonly string[];
}

/** What a sign-in gave. Keep it in the vault: it holds the tokens. */
export interface AuthResult {
  /** For the API. */
  readonly accessToken: string;
  /** It was checked when it came. */
  readonly idToken: string;
  /** Absent: the session ends with the access token. */
  readonly refreshToken?: string;
  /** Seconds from {@link receivedAt} on. */
  readonly expiresIn?: number;
  /** In milliseconds of this device's clock. */
  readonly receivedAt: number;
  /** What was granted. */
  readonly scope?: string;
  /** Always `Bearer`. */
  readonly tokenType: string;
  /** The client that it belongs to. */
  readonly provider: { readonly options: ProviderOptions };
  /** An addition: who this is, so that a renewal is never about another user. */
  readonly user: Readonly<{ issuer: string; subject: string; name: string }>;
}

/** Which of the tokens. */
export enum TokenType {
  /** `accessToken` */
  access = 'access',
  /** `idToken` */
  id = 'id',
  /** `refreshToken` */
  refresh = 'refresh',
}

/** A session as Auth Connect has it. */
export function resultOf(session: OidcSession, options: ProviderOptions): AuthResult {
  const { token, idToken, refreshToken, expiresIn, receivedAt, scope, issuer, subject, username } = session;
  return {
    accessToken: token,
    idToken,
    ...(refreshToken !== undefined && { refreshToken }),
    ...(expiresIn !== undefined && { expiresIn }),
    ...(scope !== undefined && { scope }),
    receivedAt,
    tokenType: 'Bearer',
    provider: { options },
    user: { issuer, subject, name: username },
  };
}

/** And back. */
export function sessionOfResult(result: AuthResult): OidcSession {
  const { accessToken, idToken, refreshToken, expiresIn, receivedAt, scope, user } = result;
  return {
    username: user.name,
    token: accessToken,
    idToken,
    ...(refreshToken !== undefined && { refreshToken }),
    ...(expiresIn !== undefined && { expiresIn }),
    ...(scope !== undefined && { scope }),
    receivedAt,
    issuer: user.issuer,
    subject: user.subject,
  };
}
