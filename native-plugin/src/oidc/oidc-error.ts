/**
 * - `InvalidConfig`: what the client was given can't be used.
 * - `NotSupported`: this can't be done on this platform, or the provider doesn't offer it.
 * - `ProviderNotTrusted`: the provider's own document names another issuer, or endpoints outside the allowed origins.
 * - `ProviderUnreachable`: no answer, too late, or an error of the server. The session is kept: try again later.
 * - `ProviderRefused`: the provider refused for a reason that signing in again would not mend, such as an unknown client.
 * - `LoginRefused`: the provider said no to the sign-in; {@link OidcError.reason} has its word for it.
 * - `LoginFailed`: the answer to the sign-in, or a token in it, is not valid. Nothing was stored.
 * - `LoginCanceled`: the user closed the sign-in.
 * - `SessionExpired`: the session can't be renewed any more. Sign in again.
 */
export type OidcErrorCode =
  | 'InvalidConfig'
  | 'NotSupported'
  | 'ProviderNotTrusted'
  | 'ProviderUnreachable'
  | 'ProviderRefused'
  | 'LoginRefused'
  | 'LoginFailed'
  | 'LoginCanceled'
  | 'SessionExpired';

/** Raised by `/oidc`. Holds no token, code or claim, so that it may be logged. */
export class OidcError extends Error {
  override readonly name = 'OidcError';
  /** Why. Decide on it by name. */
  readonly code: OidcErrorCode;
  /** A registered word for the reason, such as `access_denied`, or the name of the check that failed. */
  readonly reason: string | undefined;

  constructor(code: OidcErrorCode, message: string, reason?: string) {
    super(reason === undefined ? message : `${message} (${reason})`);
    this.code = code;
    this.reason = reason;
  }
}

/** Whether a caught value is an error of `/oidc`, also of a second copy of this package, with this code if one is given. */
export function isOidcError(error: unknown, code?: OidcErrorCode): error is OidcError {
  return (
    error instanceof Error && error.name === 'OidcError' && (code === undefined || Reflect.get(error, 'code') === code)
  );
}
