import type { OidcConfig } from '../oidc-config.ts';
import { presetConfig, type ProviderPreset } from './provider-preset.ts';

/**
 * The configuration for one of the presets, where the whole issuer is known: what else the preset needs is read from it, and Cognito's
 * `domain` from the first of `endpointOrigins`.
 *
 * @throws OidcError `InvalidConfig`: the preset needs something that is in neither
 *
 * @example
 * configFor(auth0, { issuer: 'https://example.eu.auth0.com/', clientId: 'my-app', redirectUri: 'https://app.example.com/callback' })
 */
export function configFor(preset: ProviderPreset, own: Omit<OidcConfig, 'deviations'>): OidcConfig {
  const { issuer, ...rest } = own;
  const { host = '' } = URL.canParse(own.endpointOrigins?.[0] ?? '') ? new URL(own.endpointOrigins?.[0] ?? '') : {};
  const places = { domain: host, ...placesIn(preset.issuer, issuer) };
  // The issuer is what was given: the preset's own pattern may not fit, as that of an older Keycloak.
  return { ...presetConfig({ ...preset, issuer, endpointOrigins: [] }, places, rest), issuer };
}

/** What stands in an address in place of each `<name>` of a pattern. */
function placesIn(pattern: string, address: string): Record<string, string> {
  const literal = pattern.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const found = new RegExp(`^${literal.replaceAll(/<(\w+)>/g, '(?<$1>[^/]+)')}$`).exec(address);
  return found?.groups ?? {};
}
