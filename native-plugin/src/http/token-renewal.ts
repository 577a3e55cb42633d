import { isVaultError } from '../definitions/errors.ts';
import { endsSession } from './answer.ts';
import { FlightsByKey } from './flights-by-key.ts';
import { HttpPolicyError } from './http-policy-error.ts';
import { received } from './lifetime.ts';
import type { TokenClientOptions } from './token-client-options.ts';
import type { TokenSession } from './token-vault.ts';

/** Gets a new token in place of one that is refused or about to end; however many requests need it, once. */
export class TokenRenewal<S extends TokenSession> {
  readonly #options: TokenClientOptions<S>;
  readonly #underWay = new FlightsByKey<S | undefined>();
  /** The latest token that the app was told of. */
  #told: string | undefined;

  constructor(options: TokenClientOptions<S>) {
    this.#options = options;
  }

  /** Whether there is a way to renew a token. */
  get isPossible(): boolean {
    return this.#options.refresh !== undefined;
  }

  get isUnderWay(): boolean {
    return this.#underWay.isUnderWay;
  }

  /** Those under way are over. */
  settled(): Promise<void> {
    return this.#underWay.settled();
  }

  /**
   * A session with another token than this.
   * @throws HttpPolicyError `RefreshFailed`, `SessionExpired`. VaultError `VaultLocked`: the new one is stored, and nobody gets it
   */
  instead(token: string): Promise<S | undefined> {
    return this.#underWay.share(token, () => this.#renew(token));
  }

  /** Tells the app, once for each token, that the session is over. */
  end(token: string): void {
    if (this.#told === token) return;
    this.#told = token;
    this.#options.onUnauthorized?.(token);
  }

  async #renew(token: string): Promise<S | undefined> {
    const { vault, refresh } = this.#options;
    if (!refresh || !vault.refreshSession) throw expired();
    try {
      return await vault.refreshSession(token, (session) => refreshed(session, refresh));
    } catch (error) {
      throw isVaultError(error) || error instanceof HttpPolicyError ? error : failed();
    }
  }
}

/** What the app's HTTP client rejects with may hold the request, and so the refresh token: it goes no further. */
async function refreshed<S extends TokenSession>(session: S, refresh: (session: S) => Promise<S>): Promise<S> {
  try {
    return received(await refresh(session));
  } catch (error) {
    throw endsSession(error) ? expired() : failed();
  }
}

function expired(): HttpPolicyError {
  return new HttpPolicyError('SessionExpired', 'The session is over: the server refuses its token. Sign in again.');
}

function failed(): HttpPolicyError {
  return new HttpPolicyError('RefreshFailed', 'The token could not be renewed now. The session is kept: try again.');
}
