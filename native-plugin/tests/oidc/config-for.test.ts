import { describe, expect, test } from 'vitest';
import { auth0, cognito, configFor, entra, keycloak, okta, type ProviderPreset } from '../../src/oidc/index.ts';

const own = { clientId: 'notes', redirectUri: 'https://app.example.com/callback' };

describe('configFor', () => {
  test.each<[string, ProviderPreset, string, readonly string[]]>([
    ['auth0', auth0, 'https://example.eu.auth0.com/', []],
    ['entra', entra, 'https://login.microsoftonline.com/5a8f/v2.0', []],
    ['keycloak before version 17', keycloak, 'https://login.example.com/auth/realms/main', []],
    ['okta', okta, 'https://example.okta.com', []],
    [
      'cognito',
      cognito,
      'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_A',
      ['https://example.auth.amazoncognito.com'],
    ],
  ])('takes the issuer of %s as it is given', (_, preset, ...[issuer, endpointOrigins]) => {
    const config = configFor(preset, { ...own, issuer, endpointOrigins });

    expect(config).toMatchObject({ ...own, issuer, endpointOrigins, scope: preset.scope });
    expect(JSON.stringify(config)).not.toMatch(/<\w+>/);
  });

  test('reads what else a preset needs from the issuer', () => {
    const { deviations } = configFor(auth0, { ...own, issuer: 'https://example.eu.auth0.com/' });
    expect(deviations?.endSessionEndpoint).toBe('https://example.eu.auth0.com/oidc/logout');
  });

  test('the domain of Cognito is that of the first endpoint origin', () => {
    const issuer = 'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_A';
    const { deviations } = configFor(cognito, { ...own, issuer, endpointOrigins: ['https://pool.example.com'] });
    expect(deviations?.revocationEndpoint).toBe('https://pool.example.com/oauth2/revoke');
    expect(() => configFor(cognito, { ...own, issuer })).toThrow('domain');
  });

  test('a scope of the app stands in place of that of the preset', () => {
    expect(configFor(okta, { ...own, issuer: 'https://example.okta.com', scope: 'openid' }).scope).toBe('openid');
  });

  test.each(['', 'https://login.example.com'])('an issuer that is none of the provider’s is refused: %j', (issuer) => {
    expect(() => configFor(auth0, { ...own, issuer })).toThrow('domain');
  });
});
