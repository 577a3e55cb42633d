import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  Auth0Provider,
  AuthConnect,
  AuthProvider,
  AzureProvider,
  CognitoProvider,
  OktaProvider,
  TokenType,
  type AuthResult,
  type ProviderOptions,
} from '../../src/oidc/auth-connect/index.ts';
import { tabPendingStore } from '../../src/oidc/browser/tab-pending-store.ts';
import { AFTER_LOGOUT, REDIRECT, World } from './support/world.ts';

const provider = new AuthProvider();
let world: World;
let options: ProviderOptions;
beforeEach(async () => {
  world = await World.start();
  options = {
    clientId: 'app',
    discoveryUrl: `${world.provider.issuer}/.well-known/openid-configuration`,
    redirectUri: REDIRECT,
    logoutUrl: AFTER_LOGOUT,
    scope: 'openid offline_access',
  };
  const clock = () => ({ ...world.now });
  await AuthConnect.setup({
    parts: { authSession: world.tab, pending: tabPendingStore(world.tab.sessionStorage), clock },
  });
});
afterEach(() => world.end());

async function begun(): Promise<Record<string, string>> {
  let isSettled = false;
  const settle = () => (isSettled = true);
  void AuthConnect.login(provider, options).then(settle, settle);
  await vi.waitUntil(() => world.tab.opened.length > 0, 30_000);
  expect(isSettled).toBe(false);
  return Object.fromEntries(new URL(await world.provider.signIn(world.tab.opened.at(-1)!)).searchParams);
}

const signIn = async (): Promise<AuthResult> => AuthConnect.handleLoginCallback(await begun(), options);

describe('AuthConnect', () => {
  it('signs in over the next page', async () => {
    const result = await signIn();
    expect(result).toMatchObject({
      tokenType: 'Bearer',
      expiresIn: 3600,
      user: { subject: 'ada' },
      provider: { options },
    });
    expect(await AuthConnect.getToken(TokenType.access, result)).toBe(result.accessToken);
    expect(await AuthConnect.getToken(TokenType.id, result)).toBe(result.idToken);
    expect(await AuthConnect.getToken(TokenType.refresh, result)).toBe(result.refreshToken);
  });

  it('takes no forged answer, and the right one after it', async () => {
    const params = await begun();
    const forged = { ...params, state: 'x' };
    await expect(AuthConnect.handleLoginCallback(forged, options)).rejects.toMatchObject({ reason: 'state' });
    expect(await AuthConnect.handleLoginCallback(params, options)).toMatchObject({ user: { subject: 'ada' } });
  });

  it('says when the access token is over', async () => {
    const result = await signIn();
    expect(await AuthConnect.isAccessTokenExpired(result)).toBe(false);
    expect(await AuthConnect.isAccessTokenExpired(await AuthConnect.expire(result))).toBe(true);
    world.now.wall += 3_599_000;
    expect(await AuthConnect.getAccessTokenExpiration(result)).toBe(1000);
    world.now.wall += 1000;
    expect(await AuthConnect.isAccessTokenExpired(result)).toBe(true);
    world.now.wall -= 4_000_000;
    expect(await AuthConnect.isAccessTokenExpired(result)).toBe(true);
    expect(await AuthConnect.isAccessTokenAvailable(result)).toBe(true);
    expect(await AuthConnect.isRefreshTokenAvailable(result)).toBe(true);
  });

  it('renews, and tells an end from a failure', async () => {
    const result = await signIn();
    const renewed = await AuthConnect.refreshSession(provider, result);
    expect(renewed.accessToken).not.toBe(result.accessToken);
    expect(renewed.refreshToken).not.toBe(result.refreshToken);
    world.provider.fault('/token', { isDown: true });
    await expect(AuthConnect.refreshSession(provider, renewed)).rejects.toMatchObject({ code: 'ProviderUnreachable' });
    await expect(AuthConnect.refreshSession(provider, result)).rejects.toMatchObject({ code: 'SessionExpired' });
  });

  it('signs out at the provider', async () => {
    const result = await signIn();
    await AuthConnect.logout(provider, result);
    expect(world.asked('/token/revocation')).toBe(1);
    expect(world.tab.opened.at(-1)).toContain('/session/end?');
    await expect(AuthConnect.refreshSession(provider, result)).rejects.toMatchObject({ code: 'SessionExpired' });
  });
});

it.each([
  [new Auth0Provider(), 'https://a.auth0.com/', { endSessionEndpoint: 'https://a.auth0.com/oidc/logout' }],
  [
    new AzureProvider(),
    'https://login.microsoftonline.com/common/v2.0',
    { documentIssuer: expect.stringContaining('{tenantid}') as string },
  ],
  [new CognitoProvider(), 'https://cognito-idp.eu-west-1.amazonaws.com/x', { logoutRedirectParameter: 'logout_uri' }],
  [new OktaProvider(), 'https://a.okta.com/oauth2/default', { needsIdTokenHint: true }],
])('%o knows where its provider differs', (one, issuer, deviations) => {
  const own = {
    ...options,
    discoveryUrl: `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
    audience: 'api',
  };
  expect(one.configOf(own)).toMatchObject({
    issuer: issuer.replace(/\/$/, ''),
    deviations,
    authorizationParameters: { audience: 'api' },
  });
});
