import type { OidcConfig, ProviderDeviations } from '../oidc-config.ts';
import { OidcError } from '../oidc-error.ts';

/** A provider as data. `<name>` stands for what differs from one customer to the next. */
export interface ProviderPreset {
  /** As in {@link OidcConfig.issuer}. */
  readonly issuer: string;
  /** What it takes to get a refresh token. */
  readonly scope: string;
  /** As in {@link OidcConfig.endpointOrigins}. */
  readonly endpointOrigins?: readonly string[];
  /** As in {@link OidcConfig.deviations}. */
  readonly deviations?: ProviderDeviations;
}

/** What the app itself has to say, whoever the provider is. */
export type OwnConfig = Omit<OidcConfig, 'issuer' | 'deviations'>;

/** A host, with a port if need be, or one part of a path: nothing that could lead elsewhere. */
const PLACE = /^[a-z0-9](?:[\w.-]*\w)?(?::\d{1,5})?$/i;

/**
 * The configuration for one of the presets.
 *
 * @param places a value for each `<name>` of the preset
 * @throws OidcError `InvalidConfig`: a value is missing, or is no host and no part of a path
 *
 * @example
 * presetConfig(auth0, { domain: 'example.eu.auth0.com' }, { clientId: 'my-app', redirectUri: 'https://app.example.com/callback' })
 */
export function presetConfig(
  preset: ProviderPreset,
  places: Readonly<Record<string, string>>,
  own: OwnConfig,
): OidcConfig {
  const { issuer, scope, endpointOrigins = [], deviations = {} } = preset;
  const fill = (text: string): string => text.replaceAll(/<(\w+)>/g, (_all, name: string) => placeOf(places, name));
  const filled = Object.fromEntries(
    Object.entries(deviations).map(([name, value]) => [
      name,
      typeof value === 'string' ? fill(value) : (value as unknown),
    ]),
  );
  return {
    scope,
    ...own,
    issuer: fill(issuer),
    endpointOrigins: [...endpointOrigins.map(fill), ...(own.endpointOrigins ?? [])],
    deviations: filled,
  };
}

function placeOf(places: Readonly<Record<string, string>>, name: string): string {
  const place = places[name];
  if (place !== undefined && PLACE.test(place)) return place;
  throw new OidcError('InvalidConfig', `The preset needs “${name}”: a host, or one part of a path.`);
}
