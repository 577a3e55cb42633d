import type { ProviderPreset } from './provider-preset.ts';

/**
 * Keycloak; `host` such as `login.example.com`, and `realm`. Before version 17, and where it is configured so, the path begins with `/auth`: then give
 * `issuer` yourself.
 *
 * - It gives a refresh token without `offline_access`, for as long as its own session. With it the token goes on after that.
 * - Without the ID token as a hint it asks the user whether to sign out.
 * - The client is public, with "Web origins" for the app's origin and "Valid post logout redirect URIs".
 *
 * @see https://www.keycloak.org/securing-apps/oidc-layers
 */
export const keycloak: ProviderPreset = {
  issuer: 'https://<host>/realms/<realm>',
  scope: 'openid profile email',
};
