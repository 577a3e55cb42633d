import type { OidcConfig } from '../../native-plugin/src/oidc/oidc-config.ts';
import { auth0 } from '../../native-plugin/src/oidc/presets/auth0.ts';
import { cognito } from '../../native-plugin/src/oidc/presets/cognito.ts';
import { configFor } from '../../native-plugin/src/oidc/presets/config-for.ts';
import { entra, entraMultiTenant } from '../../native-plugin/src/oidc/presets/entra.ts';
import { keycloak } from '../../native-plugin/src/oidc/presets/keycloak.ts';
import { okta } from '../../native-plugin/src/oidc/presets/okta.ts';
import { presetOf, type OidcSettings } from '../../src/options/oidc-settings.ts';

const presets = { auth0, cognito, entra, entraMultiTenant, keycloak, okta };

/** What the generated app gives its client: by the plugin's own presets. */
export function pluginConfig(settings: Pick<OidcSettings, 'issuer' | 'provider' | 'endpointOrigins'>): OidcConfig {
  const { issuer, endpointOrigins } = settings;
  const own = { issuer, clientId: 'notes', redirectUri: 'com.example.notes:/auth/callback', endpointOrigins };
  const name = presetOf(settings);
  return name === undefined ? own : configFor(presets[name], own);
}
