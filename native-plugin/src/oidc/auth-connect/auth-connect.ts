import { OidcClient } from '../oidc-client.ts';
import { OidcError } from '../oidc-error.ts';
import type { OidcParts } from '../parts.ts';
import { wireClock } from '../../http/wire-clock.ts';
import { AuthProvider } from './auth-provider.ts';
import type { AuthResult, ProviderOptions, TokenType } from './auth-result.ts';
import { resultOf, sessionOfResult } from './auth-result.ts';
import { memoryVault } from './memory-vault.ts';

/** What {@link AuthConnect.setup} takes. What Auth Connect has besides may stand there, and has no effect. */
export interface AuthConnectConfig {
  /** An addition: the browser to sign in with, and what else differs on this platform. */
  readonly parts?: Omit<OidcParts, 'vault'>;
}

let parts: Omit<OidcParts, 'vault'> = {};

/**
 * The API of Auth Connect 5 to 8, as its documentation has it, over {@link OidcClient}. For apps that change over: a new one takes the client, which
 * keeps the session in the vault by itself. What differs is listed in docs/auth-connect.md.
 */
export const AuthConnect = {
  /** Call it before anything else. */
  setup(config: AuthConnectConfig = {}): Promise<void> {
    parts = config.parts ?? {};
    return Promise.resolve();
  },

  /** On the web the page leaves, and the promise is not settled: {@link AuthConnect.handleLoginCallback} of the next page has the result. */
  async login(provider: AuthProvider, options: ProviderOptions): Promise<AuthResult> {
    const signedIn = await clientOf(provider, options).login();
    return signedIn ? resultOf(signedIn.session, options) : new Promise<never>(() => undefined);
  },

  /**
   * Takes the answer that the page was opened with.
   * @param params what the address had; the address itself is looked at
   * @throws OidcError `LoginFailed`: it is no answer to a sign-in that was begun here
   */
  async handleLoginCallback(
    params: Readonly<Record<string, string>>,
    options: ProviderOptions,
    provider: AuthProvider = new AuthProvider(),
  ): Promise<AuthResult> {
    const answer = `${options.redirectUri}?${new URLSearchParams(params).toString()}`;
    const signedIn = await clientOf(provider, options).finish(answer);
    if (signedIn) return resultOf(signedIn.session, options);
    throw new OidcError('LoginFailed', 'This is no answer to a sign-in that was begun here.', 'state');
  },

  /** @throws OidcError `SessionExpired`: clear what is stored. `ProviderUnreachable`: keep it */
  async refreshSession(provider: AuthProvider, result: AuthResult): Promise<AuthResult> {
    const { options } = result.provider;
    const { refresh } = clientOf(provider, options).renewal;
    return resultOf(await refresh(sessionOfResult(result)), options);
  },

  /** Revokes, and ends the session of the provider. Clear what is stored before: on the web the page leaves. */
  async logout(provider: AuthProvider, result: AuthResult): Promise<void> {
    await clientOf(provider, result.provider.options, result).logout();
  },

  isAccessTokenAvailable: ({ accessToken }: AuthResult): Promise<boolean> => Promise.resolve(accessToken !== ''),
  isRefreshTokenAvailable: ({ refreshToken }: AuthResult): Promise<boolean> =>
    Promise.resolve(refreshToken !== undefined && refreshToken !== ''),

  async isAccessTokenExpired(result: AuthResult): Promise<boolean> {
    const left = await AuthConnect.getAccessTokenExpiration(result);
    return left !== undefined && left <= 0;
  },

  /** Milliseconds until the access token ends; `undefined`: the provider doesn't say. A clock that went back makes it over. */
  getAccessTokenExpiration({ expiresIn, receivedAt }: AuthResult): Promise<number | undefined> {
    if (expiresIn === undefined) return Promise.resolve(undefined);
    const passed = (parts.clock ?? wireClock)().wall - receivedAt;
    return Promise.resolve(passed < 0 ? 0 : expiresIn * 1000 - passed);
  },

  /** The token, as it came. */
  getToken(type: TokenType, result: AuthResult): Promise<string | undefined> {
    const { accessToken, idToken, refreshToken } = result;
    return Promise.resolve({ access: accessToken, id: idToken, refresh: refreshToken }[type]);
  },

  /** A result whose access token counts as over, for trying out renewals. */
  expire: (result: AuthResult): Promise<AuthResult> => Promise.resolve({ ...result, expiresIn: 0 }),
};

function clientOf(provider: AuthProvider, options: ProviderOptions, result?: AuthResult): OidcClient {
  const vault = memoryVault(result && sessionOfResult(result));
  return new OidcClient(provider.configOf(options), { ...parts, vault });
}
