import type { ProviderPreset } from './provider-preset.ts';

/**
 * Amazon Cognito; `region` and `pool` name the user pool (`eu-west-1`, `eu-west-1_AbCdEf123`), `domain` is its domain for sign-ins, such as
 * `example.auth.eu-west-1.amazoncognito.com`.
 *
 * - Its issuer is on another host than its endpoints.
 * - It knows no `offline_access` and refuses it; the code flow gives a refresh token by itself.
 * - Not every pool's document names the places for sign-outs and revocation. They are there if the pool has a domain.
 * - The address after a sign-out is called `logout_uri`, and one has to be given: set `postLogoutRedirectUri`.
 * - Revocation has to be enabled for the app client, and so has rotation.
 *
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/federation-endpoints.html
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/logout-endpoint.html
 */
export const cognito: ProviderPreset = {
  issuer: 'https://cognito-idp.<region>.amazonaws.com/<pool>',
  scope: 'openid profile email',
  endpointOrigins: ['https://<domain>'],
  deviations: {
    endSessionEndpoint: 'https://<domain>/logout',
    revocationEndpoint: 'https://<domain>/oauth2/revoke',
    logoutRedirectParameter: 'logout_uri',
  },
};
