import type { ProviderPreset } from './provider-preset.ts';

/**
 * Okta; `domain` such as `example.okta.com`, `server` is the id of the authorization server, often `default`.
 *
 * - It ends its session only with the ID token as a hint, which is then in an address.
 * - The app's origin is a "Trusted Origin" for cross-origin requests; the grant "Refresh Token" has to be on.
 *
 * @see https://support.okta.com/help/s/article/the-purpose-of-id-token-hint-in-the-logout-api-and-how-does-it-affect-the-single-logout-process
 */
export const okta: ProviderPreset = {
  issuer: 'https://<domain>/oauth2/<server>',
  scope: 'openid profile email offline_access',
  deviations: { needsIdTokenHint: true },
};
