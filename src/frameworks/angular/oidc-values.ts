import { oidcSettings, phoneOrigin, presetOf, type OidcSettings } from '../../options/oidc-settings.ts';
import type { AngularOptions } from './angular-options.ts';
import type { AngularVersions } from './code-shape.ts';
import { fitted, textLiteral } from './spelling.ts';
import { part } from './templates.ts';

/** What is different where an OpenID provider signs users in; empty where the app's own server does. */
export function oidcValues(options: AngularOptions, versions: AngularVersions): Record<string, string> {
  const settings = oidcSettings(options);
  return settings === undefined ? withoutProvider(versions) : withProvider(settings, versions);
}

function withoutProvider(versions: AngularVersions): Record<string, string> {
  return {
    signedInImport: '',
    clientImport: '',
    clientField: '',
    signOut: part('sign-out.ts', versions),
    returnTo: '',
    returnToGiven: '',
    returnToMore: '',
    wantedPage: '',
    wantedNow: 'this.wantedUrl()',
    callbackPath: '',
    interruptions: 'LOGIN_PATH, UNLOCK_PATH',
    providerStandIn: '',
    standInImport: '',
    oidcTestingImport: '',
    clientProvider: '',
  };
}

function withProvider(settings: OidcSettings, versions: AngularVersions): Record<string, string> {
  return {
    signedInImport: "import type { SignedIn } from 'capacitor-identity-vault/oidc';\n",
    clientImport: "import { OIDC_CLIENT, type IdentityClient } from './oidc.client';\n",
    clientField: part('client-fields.ts', versions),
    signOut: part('oidc-sign-in.ts', versions),
    returnTo: 'returnTo?: string',
    returnToGiven: ', returnTo',
    returnToMore: ', returnTo?: string',
    wantedPage: '    const wanted = this.isAppUrl(returnTo) ? returnTo : this.wantedUrl();\n',
    wantedNow: 'wanted',
    callbackPath: `/** Where the provider sends users back to. */\nexport const CALLBACK_PATH = ${page(settings.redirectPath)};\n`,
    interruptions: 'LOGIN_PATH, UNLOCK_PATH, CALLBACK_PATH',
    ...standIn(versions),
    ...clientValues(settings),
  };
}

/** In specs nobody is asked. */
function standIn(versions: AngularVersions): Record<string, string> {
  const types = ['LoginOptions', 'OidcSession', 'OidcVault', 'SignedIn', 'SignedOut'].map((name) => `type ${name}`);
  return {
    providerStandIn: part('provider-stand-in.ts', versions),
    standInImport: "import { OIDC_CLIENT, type IdentityClient } from './oidc.client';\n",
    oidcTestingImport: `${fitted('import { ', ['OidcError', ...types], " } from 'capacitor-identity-vault/oidc';")}\n`,
    clientProvider: '\n      { provide: OIDC_CLIENT, useValue: (vault: OidcVault) => new ProviderStandIn(vault) },',
  };
}

/** The configuration of the client: of a known provider with what is its own. */
function clientValues(settings: OidcSettings): Record<string, string> {
  const { scope, endpointOrigins, postLogoutPath, issuer } = settings;
  const preset = presetOf(settings);
  const imports = [
    ...(preset === undefined ? [] : [preset, 'configFor']),
    'OidcClient',
    'type OidcConfig',
    'type OidcVault',
  ];
  const origins = endpointOrigins.map(textLiteral);
  return {
    oidcImport: fitted('import { ', imports, " } from 'capacitor-identity-vault/oidc';"),
    presetOpen: preset === undefined ? '' : `configFor(${preset}, `,
    presetClose: preset === undefined ? '' : ')',
    postLogoutPath: page(postLogoutPath),
    phoneOrigin: phoneOrigin(settings),
    issuerSample: textLiteral(issuer),
    oidcMembers: [
      ...(scope === '' ? [] : [`    scope: ${textLiteral(scope)},\n`]),
      ...(origins.length === 0 ? [] : [`${fitted('    endpointOrigins: [', origins, '],')}\n`]),
    ].join(''),
  };
}

function page(path: string): string {
  return textLiteral(`/${path}`);
}
