import type { CheckedConfig } from './checked-config.ts';
import type { OidcSession } from './oidc-session.ts';
import type { AllParts } from './parts.ts';
import type { ProviderSource } from './provider-source.ts';

/** What a sign-out achieved at the provider. On this device nothing is left in any case. */
export interface SignedOut {
  /** Whether the provider took the tokens back. `false`: it could not be reached, has no place for it, or the vault was locked. */
  readonly isRevoked: boolean;
  /** Whether the user was sent to where the provider ends its own session. `false`: the next sign-in may go on with it unasked. */
  readonly isEndedAtProvider: boolean;
}

/** Ends the session: here at once, and at the provider as far as it can be reached. */
export class SignOut {
  readonly #config: CheckedConfig;
  readonly #parts: AllParts;
  readonly #provider: ProviderSource;

  constructor(config: CheckedConfig, parts: AllParts, provider: ProviderSource) {
    this.#config = config;
    this.#parts = parts;
    this.#provider = provider;
  }

  /** @throws VaultError the vault could not be erased */
  async run(): Promise<SignedOut> {
    const { vault } = this.#parts;
    const session = await vault.getSession().catch(() => undefined);
    // Not waited for: without a network, too, everything here goes at once.
    const revoking = this.#revoke(session);
    await vault.logout();
    const isRevoked = await revoking;
    return { isRevoked, isEndedAtProvider: await this.#endAtProvider(session) };
  }

  async #revoke(session: OidcSession | undefined): Promise<boolean> {
    if (!session) return false;
    const { refreshToken, token } = session;
    try {
      const provider = await this.#provider();
      return await (refreshToken === undefined
        ? provider.revoke(token, 'access_token')
        : provider.revoke(refreshToken, 'refresh_token'));
    } catch {
      return false;
    }
  }

  async #endAtProvider(session: OidcSession | undefined): Promise<boolean> {
    const provider = await this.#provider().catch(() => undefined);
    const url = provider?.endSessionUrl(session);
    if (url === undefined) return false;
    const { redirectUri, postLogoutRedirectUri: callbackUrl = redirectUri, isEphemeral } = this.#config;
    const isAnswer = (address: string) => address.startsWith(callbackUrl);
    try {
      const { kind } = await this.#parts.authSession.open({ url, callbackUrl, isEphemeral, isAnswer });
      return kind !== 'canceled';
    } catch {
      // Nothing is left on this device either way.
      return false;
    }
  }
}
