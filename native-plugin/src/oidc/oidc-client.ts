import { sharedFlight } from '../vaults/single-flight.ts';
import { AccessLifetime } from './access-lifetime.ts';
import { checkedConfig } from './checked-config.ts';
import type { OidcConfig } from './oidc-config.ts';
import { isOidcError } from './oidc-error.ts';
import type { OidcSession } from './oidc-session.ts';
import type { AllParts, OidcParts } from './parts.ts';
import { providerSource } from './provider-source.ts';
import { Renewal } from './renewal.ts';
import { SignIn, type LoginOptions, type SignedIn } from './sign-in.ts';
import { SignOut, type SignedOut } from './sign-out.ts';
import { withDefaults } from './browser/default-parts.ts';

/**
 * Signs users in with OpenID Connect (authorization code, PKCE), keeps their session in the vault and nowhere else, and renews it.
 *
 * @example
 * const client = new OidcClient(
 *   { issuer: 'https://login.example.com', clientId: 'app', redirectUri: 'https://app.example.com/callback' },
 *   { vault: identity },
 * );
 * const signedIn = await client.resume(); // at every start: takes the answer that the page was opened with
 * // a button: await client.login({ returnTo: '/orders' });
 * // a request: const token = await client.getAccessToken();
 */
export class OidcClient {
  readonly #parts: AllParts;
  readonly #lifetime: AccessLifetime;
  readonly #signIn: SignIn;
  readonly #renewal: Renewal;
  readonly #signOut: SignOut;
  readonly #resumeOnce = sharedFlight<SignedIn | undefined>();
  readonly #loginOnce = sharedFlight<SignedIn | undefined>();
  readonly #logoutOnce = sharedFlight<SignedOut>();

  /** @throws OidcError `InvalidConfig` */
  constructor(config: OidcConfig, parts: OidcParts) {
    const checked = checkedConfig(config);
    this.#parts = withDefaults(parts, checked.timeout);
    const provider = providerSource(checked, this.#parts.send);
    this.#lifetime = new AccessLifetime(this.#parts.clock);
    this.#signIn = new SignIn(checked, this.#parts, provider);
    this.#renewal = new Renewal(this.#parts, provider);
    this.#signOut = new SignOut(checked, this.#parts, provider);
  }

  /**
   * Starts a sign-in. Calls made while it is shown share it.
   * @returns on the web `undefined`: the page leaves, and {@link resume} of the next one has the session
   * @throws OidcError `ProviderUnreachable`, `ProviderNotTrusted`, `LoginCanceled`, `NotSupported`, and what {@link finish} rejects with
   */
  login(options: LoginOptions = {}): Promise<SignedIn | undefined> {
    return this.#loginOnce(async () => this.#noted(await this.#signIn.begin(options)));
  }

  /**
   * Takes the answer that this page, or this process, was opened with. Call it once at every start, before the app's first route.
   * @returns `undefined`: there is none
   * @throws as {@link finish}
   */
  resume(): Promise<SignedIn | undefined> {
    return this.#resumeOnce(async () => {
      const answer = await this.#parts.authSession.arrived();
      return answer === undefined ? undefined : this.finish(answer);
    });
  }

  /**
   * Takes the answer to a sign-in, as an address that the app was opened with.
   * @returns `undefined`: it is no answer to a sign-in that was begun here, and changes nothing. Anybody can send such an address
   * @throws OidcError `LoginRefused`, `LoginFailed`, `ProviderUnreachable`. VaultError: the session could not be stored
   */
  async finish(answer: string): Promise<SignedIn | undefined> {
    return this.#noted(await this.#signIn.finish(answer));
  }

  /**
   * The access token, renewed before it ends.
   * @returns `undefined`: nobody is signed in
   * @throws OidcError `SessionExpired`: the vault is empty now. `ProviderUnreachable`: the token is over and can't be renewed now.
   *   VaultError `VaultLocked`
   */
  async getAccessToken(): Promise<string | undefined> {
    const session = await this.#session();
    if (session === undefined || !this.#lifetime.isDue(session)) return session?.token;
    try {
      return (await this.#renew(session.token))?.token;
    } catch (error) {
      if (isOidcError(error, 'ProviderUnreachable') && !this.#lifetime.isOver(session)) return session.token;
      throw error;
    }
  }

  /**
   * New tokens now. Calls made meanwhile, also in other tabs, share one request.
   * @returns `undefined`: nobody is signed in
   * @throws OidcError `SessionExpired`: the vault is empty now. `ProviderUnreachable`, `ProviderRefused`: the session is kept
   */
  async refresh(): Promise<OidcSession | undefined> {
    const session = await this.#session();
    return session && this.#renew(session.token);
  }

  /**
   * For the token client of `/http`: `new TokenClient({ vault, origins, ...client.renewal })`.
   */
  get renewal(): {
    readonly refresh: (session: OidcSession) => Promise<OidcSession>;
    readonly onUnauthorized: (token: string) => Promise<void>;
  } {
    return {
      refresh: (session) => this.#renewal.renewed(session),
      onUnauthorized: (token) => this.#renewal.end(token),
    };
  }

  /**
   * Erases the vault, also without a network and while it is locked; has the tokens revoked and ends the provider's session, as far as that
   * can be done. On the web the page leaves for that.
   * @throws VaultError the vault could not be erased
   */
  logout(): Promise<SignedOut> {
    return this.#logoutOnce(() => this.#signOut.run());
  }

  async #session(): Promise<OidcSession | undefined> {
    const { vault } = this.#parts;
    return (await vault.getSession()) ?? (await vault.restoreSession());
  }

  async #renew(token: string): Promise<OidcSession | undefined> {
    const session = await this.#renewal.instead(token);
    if (session) this.#lifetime.note(session);
    return session;
  }

  #noted(signedIn: SignedIn | undefined): SignedIn | undefined {
    if (signedIn) this.#lifetime.note(signedIn.session);
    return signedIn;
  }
}
