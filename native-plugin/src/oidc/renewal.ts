import { FlightsByKey } from '../http/flights-by-key.ts';
import { isOidcError, OidcError } from './oidc-error.ts';
import type { OidcSession } from './oidc-session.ts';
import type { AllParts } from './parts.ts';
import type { ProviderSource } from './provider-source.ts';
import { renewedSession } from './provider/tokens.ts';

/** Gets new tokens for the session that is stored. */
export class Renewal {
  readonly #parts: AllParts;
  readonly #provider: ProviderSource;
  readonly #underWay = new FlightsByKey<OidcSession | undefined>();

  constructor(parts: AllParts, provider: ProviderSource) {
    this.#parts = parts;
    this.#provider = provider;
  }

  /** Asks the provider. Stores nothing. */
  async renewed(session: OidcSession): Promise<OidcSession> {
    if (session.refreshToken === undefined) throw expired('no_refresh_token');
    const tokens = await (await this.#provider()).renew(session.refreshToken);
    const { id } = tokens;
    // An answer about somebody else is never stored under this user's name.
    if (id && (id.issuer !== session.issuer || id.subject !== session.subject)) throw expired('sub');
    return renewedSession(session, tokens, this.#parts.clock().wall);
  }

  /** A session with another token than this, stored. However many ask, the provider is asked once. */
  instead(token: string): Promise<OidcSession | undefined> {
    return this.#underWay.share(token, () => this.#replace(token));
  }

  /** The session with this token is over: nothing of it stays. */
  async end(token: string): Promise<void> {
    const { vault } = this.#parts;
    const session = await vault.getSession();
    if (session === undefined || session.token === token) await vault.logout();
  }

  async #replace(token: string): Promise<OidcSession | undefined> {
    try {
      return await this.#parts.vault.refreshSession(token, (session) => this.renewed(session));
    } catch (error) {
      if (isOidcError(error, 'SessionExpired')) await this.end(token);
      throw error;
    }
  }
}

function expired(reason: string): OidcError {
  return new OidcError('SessionExpired', 'The session can not be renewed. Sign in again.', reason);
}
