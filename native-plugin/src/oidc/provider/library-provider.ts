import {
  authorizationCodeGrant,
  buildAuthorizationUrl,
  buildEndSessionUrl,
  calculatePKCECodeChallenge,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
  refreshTokenGrant,
  tokenRevocation,
  type Configuration,
} from 'openid-client';
import type { CheckedConfig } from '../checked-config.ts';
import type { OidcSession } from '../oidc-session.ts';
import type { PendingLogin } from '../pending/pending-login.ts';
import { failureOf } from './failure-of.ts';
import type { Provider } from './provider.ts';
import { tokensOf } from './tokens-of.ts';
import type { Tokens } from './tokens.ts';

/** A {@link Provider} over the library. */
export class LibraryProvider implements Provider {
  readonly #config: CheckedConfig;
  readonly #library: Configuration;

  constructor(config: CheckedConfig, library: Configuration) {
    this.#config = config;
    this.#library = library;
  }

  begin(begunAt: number, returnTo: string | undefined): PendingLogin {
    const { redirectUri, issuer } = this.#config;
    const secrets = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() };
    return { ...secrets, redirectUri, issuer, begunAt, ...(returnTo !== undefined && { returnTo }) };
  }

  async authorizationUrl(pending: PendingLogin, parameters: Readonly<Record<string, string>>): Promise<string> {
    const { scope, authorizationParameters } = this.#config;
    const url = buildAuthorizationUrl(this.#library, {
      ...authorizationParameters,
      ...parameters,
      // Last, so that nothing takes their place.
      response_type: 'code',
      scope,
      redirect_uri: pending.redirectUri,
      state: pending.state,
      nonce: pending.nonce,
      code_challenge: await calculatePKCECodeChallenge(pending.verifier),
      code_challenge_method: 'S256',
    });
    return url.href;
  }

  async exchange(answer: string, pending: PendingLogin): Promise<Tokens> {
    const checks = {
      expectedState: pending.state,
      expectedNonce: pending.nonce,
      pkceCodeVerifier: pending.verifier,
      idTokenExpected: true,
    };
    try {
      return tokensOf(await authorizationCodeGrant(this.#library, new URL(answer), checks));
    } catch (error) {
      throw failureOf(error, 'login');
    }
  }

  async renew(refreshToken: string): Promise<Tokens> {
    try {
      return tokensOf(await refreshTokenGrant(this.#library, refreshToken));
    } catch (error) {
      throw failureOf(error, 'renewal');
    }
  }

  async revoke(token: string, type: 'refresh_token' | 'access_token'): Promise<boolean> {
    if (this.#library.serverMetadata().revocation_endpoint === undefined) return false;
    try {
      await tokenRevocation(this.#library, token, { token_type_hint: type });
      return true;
    } catch (error) {
      throw failureOf(error, 'renewal');
    }
  }

  endSessionUrl(session: OidcSession | undefined): string | undefined {
    if (this.#library.serverMetadata().end_session_endpoint === undefined) return undefined;
    const { deviations, postLogoutRedirectUri, clientId } = this.#config;
    const returnName = deviations?.logoutRedirectParameter ?? 'post_logout_redirect_uri';
    const url = buildEndSessionUrl(this.#library, {
      client_id: clientId,
      ...(postLogoutRedirectUri !== undefined && { [returnName]: postLogoutRedirectUri }),
      ...(deviations?.needsIdTokenHint && session && { id_token_hint: session.idToken }),
    });
    return url.href;
  }
}
