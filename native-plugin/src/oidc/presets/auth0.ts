import type { ProviderPreset } from './provider-preset.ts';

/**
 * Auth0; `domain` is the tenant's, such as `example.eu.auth0.com`.
 *
 * - The slash at the end of its issuer belongs to it.
 * - Tenants from before November 2023 don't name the place where sessions end, unless that is switched on. It is there nevertheless.
 * - A token for an API needs `authorizationParameters: { audience }`, a refresh token "Allow Offline Access" of that API.
 * - The addresses after a sign-out are registered as "Allowed Logout URLs".
 *
 * @see https://auth0.com/docs/authenticate/login/logout/log-users-out-of-auth0
 */
export const auth0: ProviderPreset = {
  issuer: 'https://<domain>/',
  scope: 'openid profile email offline_access',
  deviations: {
    endSessionEndpoint: 'https://<domain>/oidc/logout',
    revocationEndpoint: 'https://<domain>/oauth/revoke',
  },
};
