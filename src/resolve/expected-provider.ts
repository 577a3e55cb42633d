import { presetOf, providerOrigins, type OidcSettings } from '../options/oidc-settings.ts';

/** What the app will expect of its provider. A test holds it to the plugin's presets. */
export interface Expected {
  /** What the document calls itself. */
  readonly issuer: string;
  readonly scopes: readonly string[];
  /** Where endpoints may be. */
  readonly origins: readonly string[];
  /** Is there a place to end sessions, and one to revoke tokens, also where the document names none? */
  readonly isSilentOnEnds: boolean;
}

type Preset = NonNullable<ReturnType<typeof presetOf>>;

interface PresetFacts {
  readonly scope: string;
  readonly documentIssuer?: string;
  readonly isSilentOnEnds?: true;
}

const offline = 'openid profile email offline_access';

const presets: Readonly<Record<Preset, PresetFacts>> = {
  auth0: { scope: offline, isSilentOnEnds: true },
  cognito: { scope: 'openid profile email', isSilentOnEnds: true },
  entra: { scope: offline },
  entraMultiTenant: { scope: offline, documentIssuer: 'https://login.microsoftonline.com/{tenantid}/v2.0' },
  keycloak: { scope: 'openid profile email' },
  okta: { scope: offline },
};

export function expectedOf(settings: OidcSettings): Expected {
  const preset = presetOf(settings);
  const facts: PresetFacts = preset === undefined ? { scope: 'openid offline_access' } : presets[preset];
  return {
    issuer: facts.documentIssuer ?? settings.issuer,
    scopes: (settings.scope === '' ? facts.scope : settings.scope).split(' '),
    origins: providerOrigins(settings),
    isSilentOnEnds: facts.isSilentOnEnds ?? false,
  };
}
