import type { ProviderPreset } from './provider-preset.ts';

/**
 * Microsoft Entra ID for one organisation; `tenant` is its id (a GUID): its document names itself by the id also where it is asked by a domain.
 *
 * - It has no place to revoke tokens: after a sign-out the refresh token is forgotten here, and good until it ends.
 * - The redirect address is registered as one of a single-page application; else its token endpoint answers no browser.
 * - A token for an API of your own needs its scope, `api://…`, in place of a scope of Microsoft Graph.
 *
 * @see https://learn.microsoft.com/entra/identity-platform/v2-protocols-oidc
 */
export const entra: ProviderPreset = {
  issuer: 'https://login.microsoftonline.com/<tenant>/v2.0',
  scope: 'openid profile email offline_access',
};

/**
 * Microsoft Entra ID for several organisations; `tenant` is `organizations` or `common`.
 *
 * Its document names an issuer with `{tenantid}` in it, and each ID token that of its own organisation, which is checked against the token's
 * `tid`. **Anybody's organisation may sign in**: which of them may use the app, its server has to decide.
 *
 * @see https://learn.microsoft.com/entra/identity-platform/v2-protocols-oidc
 */
export const entraMultiTenant: ProviderPreset = {
  ...entra,
  deviations: { documentIssuer: 'https://login.microsoftonline.com/{tenantid}/v2.0' },
};
