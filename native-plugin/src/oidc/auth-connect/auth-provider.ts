import type { OidcConfig, ProviderDeviations } from '../oidc-config.ts';
import type { ProviderOptions } from './auth-result.ts';

const DOCUMENT = /\/\.well-known\/openid-configuration\/?$/;
const SEVERAL = /^https:\/\/login\.microsoftonline\.com\/(?:common|organizations)\/v2\.0$/;

/** Any provider that keeps to the standards. */
export class AuthProvider {
  /** The client's configuration. @internal */
  configOf(options: ProviderOptions): OidcConfig {
    const { discoveryUrl, clientId, redirectUri, logoutUrl, scope, audience, endpointOrigins } = options;
    const issuer = discoveryUrl.replace(DOCUMENT, '');
    return {
      issuer,
      clientId,
      redirectUri,
      scope,
      deviations: this.deviationsOf(issuer),
      ...(logoutUrl !== undefined && { postLogoutRedirectUri: logoutUrl }),
      ...(audience !== undefined && audience !== '' && { authorizationParameters: { audience } }),
      ...(endpointOrigins && { endpointOrigins }),
    };
  }

  /** Where this provider differs. @internal */
  protected readonly deviationsOf: (issuer: string) => ProviderDeviations = () => ({});
}

/** Auth0. */
export class Auth0Provider extends AuthProvider {
  protected override readonly deviationsOf = (issuer: string): ProviderDeviations => {
    const { origin } = new URL(issuer);
    return { endSessionEndpoint: `${origin}/oidc/logout`, revocationEndpoint: `${origin}/oauth/revoke` };
  };
}

/** Microsoft Entra ID, once Azure AD. */
export class AzureProvider extends AuthProvider {
  protected override readonly deviationsOf = (issuer: string): ProviderDeviations =>
    SEVERAL.test(issuer) ? { documentIssuer: 'https://login.microsoftonline.com/{tenantid}/v2.0' } : {};
}

/** Amazon Cognito; its `endpointOrigins` have to name the domain of the user pool. */
export class CognitoProvider extends AuthProvider {
  protected override readonly deviationsOf = (): ProviderDeviations => ({ logoutRedirectParameter: 'logout_uri' });
}

/** Okta, whose session ends only with the ID token in the address. */
export class OktaProvider extends AuthProvider {
  protected override readonly deviationsOf = (): ProviderDeviations => ({ needsIdTokenHint: true });
}
