/**
 * - `InvalidOrigin`: an entry of the policy is not an origin.
 * - `InvalidToken`: the token has characters that can't stand in a header.
 * - `RedirectedError`: the answer to a request that carried a token came from outside the policy, or wanted to send it on.
 * - `RefreshFailed`: the token was refused and could not be renewed now. The session is kept: try again later.
 * - `SessionExpired`: the token was refused and can't be renewed. Sign in again.
 */
export type HttpPolicyErrorCode =
  'InvalidOrigin' | 'InvalidToken' | 'RedirectedError' | 'RefreshFailed' | 'SessionExpired';

/** Raised by `/http`. Holds no token, path or query, so that it may be logged. */
export class HttpPolicyError extends Error {
  override readonly name = 'HttpPolicyError';
  /** Why. Decide on it by name. */
  readonly code: HttpPolicyErrorCode;

  constructor(code: HttpPolicyErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}
