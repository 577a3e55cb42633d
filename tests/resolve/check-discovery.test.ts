import { describe, expect, test } from 'vitest';
import auth0 from '../../native-plugin/tests/oidc/metadata/auth0.json';
import auth0Before from '../../native-plugin/tests/oidc/metadata/auth0-before.json';
import cognito from '../../native-plugin/tests/oidc/metadata/cognito.json';
import cognitoBefore from '../../native-plugin/tests/oidc/metadata/cognito-before.json';
import entra from '../../native-plugin/tests/oidc/metadata/entra.json';
import entraMultiTenant from '../../native-plugin/tests/oidc/metadata/entra-multi-tenant.json';
import keycloak from '../../native-plugin/tests/oidc/metadata/keycloak.json';
import okta from '../../native-plugin/tests/oidc/metadata/okta.json';
import type { Discovered } from '../../src/model/discovered.ts';
import type { CliError } from '../../src/model/errors.ts';
import type { OidcSettings } from '../../src/options/oidc-settings.ts';
import { checkDiscovery } from '../../src/resolve/check-discovery.ts';
import { expectedOf } from '../../src/resolve/expected-provider.ts';
import { good } from '../support/local-provider.ts';
import { pluginConfig } from '../support/plugin-presets.ts';

const issuer = 'https://login.example.com/main';
const document = good(issuer);
const url = `${issuer}/.well-known/openid-configuration`;

function settings(said: Partial<OidcSettings> = {}): OidcSettings {
  return {
    issuer,
    clientId: 'notes',
    provider: 'none',
    scope: '',
    endpointOrigins: [],
    redirectPath: 'auth/callback',
    postLogoutPath: 'login',
    redirectScheme: 'com.example.notes',
    redirectOrigin: '',
    ...said,
  };
}

const found = (said: object): Discovered => ({ kind: 'document', document: { ...said } });

function notesOn(said: object, own: Partial<OidcSettings> = {}): string[] {
  return checkDiscovery(found(said), settings(own), url).map(({ code }) => code);
}

function refusal(discovered: Discovered, own: Partial<OidcSettings> = {}): string {
  try {
    checkDiscovery(discovered, settings(own), url);
  } catch (error) {
    const { code, message, hint = '' } = error as CliError;
    expect(code).toBe('USAGE');
    expect(hint).toContain(`Looked at: ${url}\nNothing was written. --no-discovery`);
    return `${message}\n${hint}`;
  }
  throw new Error('It was taken.');
}

/** The plugin's own code has types of a browser, which these tests don't. */
async function fromPlugin(path: string, name: string): Promise<(...values: readonly unknown[]) => unknown> {
  const url = new URL(`../../native-plugin/src/oidc/${path}`, import.meta.url).href;
  return ((await import(url)) as Record<string, (...values: readonly unknown[]) => unknown>)[name]!;
}

const checkedConfig = await fromPlugin('checked-config.ts', 'checkedConfig');
const checkedMetadata = await fromPlugin('provider/checked-metadata.ts', 'checkedMetadata');

/** Is the document good enough for the tool, and for the generated app when it signs somebody in? */
function takenBy(judge: () => unknown): boolean {
  try {
    judge();
    return true;
  } catch (error) {
    expect(error).toMatchObject({ code: expect.stringMatching(/^(USAGE|ProviderNotTrusted)$/) as string });
    return false;
  }
}

test('a document that fits has nothing to say', () => {
  expect(checkDiscovery(found(document), settings(), url)).toEqual([]);
});

test('lists that are not there say nothing', () => {
  const { issuer: own, authorization_endpoint, token_endpoint, end_session_endpoint, revocation_endpoint } = document;
  const few = { issuer: own, authorization_endpoint, token_endpoint, end_session_endpoint, revocation_endpoint };
  expect(notesOn(few)).toEqual([]);
});

test('nobody answered: that is a note, with what to look for', () => {
  const [note] = checkDiscovery({ kind: 'unreached', why: 'no answer within 3 s' }, settings(), url);
  expect(note?.code).toBe('provider-not-reached');
  expect(note?.text).toContain(`(no answer within 3 s)`);
  expect(note?.text).toContain(`${url} has to name exactly ${issuer}.`);
});

test('an answer that is no document is an error', () => {
  expect(refusal({ kind: 'other', what: 'a redirect (302)' })).toMatch(/^issuer: a redirect \(302\) came where/);
});

const elsewhere = 'https://tokens.example.com';

describe.each<[string, object, RegExp]>([
  ['another issuer', { issuer: 'https://evil.example' }, /another issuer.*: --issuer=https:\/\/evil\.example$/m],
  ['an issuer with a slash more', { issuer: `${issuer}/` }, /--issuer=https:\/\/login\.example\.com\/main\/$/m],
  ['no issuer', { issuer: undefined }, /names no issuer/],
  ['a number for an issuer', { issuer: 7 }, /names no issuer/],
  ['an issuer that is none', { issuer: 'main' }, /names an issuer that is none/],
  ['an issuer with an escape in it', { issuer: 'https://a.example/\u001b[2J' }, /names an issuer that is none/],
  ['an issuer that turns text around', { issuer: 'https://a.example/\u202e' }, /names an issuer that is none/],
  ['an endless issuer', { issuer: `https://a.example/${'a'.repeat(300)}` }, /names an issuer that is none/],
  ['an issuer for a shell', { issuer: 'https://a.example/$(id);id' }, /--issuer='https:\/\/a\.example\/\$\(id\);id'$/m],
  ['the issuer of several organisations', { issuer: 'https://login.microsoftonline.com/{tenantid}/v2.0' }, /entra$/m],
  ['no token endpoint', { token_endpoint: undefined }, /has no token_endpoint/],
  ['no authorization endpoint', { authorization_endpoint: null }, /has no authorization_endpoint/],
  ['a token endpoint over http', { token_endpoint: 'http://login.example.com/t' }, /token_endpoint is no https/],
  ['a script for an endpoint', { authorization_endpoint: 'javascript:alert(1)' }, /authorization_endpoint is no https/],
  ['a list for an endpoint', { token_endpoint: ['https://login.example.com/t'] }, /token_endpoint is no https/],
  [
    'an endpoint elsewhere',
    { token_endpoint: `${elsewhere}/t` },
    /its token_endpoint is not .*-origins=https:\/\/tokens/,
  ],
  ['a sign-out elsewhere', { end_session_endpoint: `${elsewhere}/o` }, /its end_session_endpoint is not at/],
  ['another flow', { response_types_supported: ['id_token'] }, /no code flow \(response_types_supported\)/],
  ['another grant', { grant_types_supported: ['implicit'] }, /no code flow \(grant_types_supported\)/],
  ['plain PKCE', { code_challenge_methods_supported: ['plain'] }, /PKCE with S256/],
])('a document with %s', (_, change, expected) => {
  test('is refused, and says how to go on', () => {
    const text = refusal(found({ ...document, ...change }));
    expect(text).toMatch(expected);
    expect(text).toMatch(/^[\n -~’]*$/);
  });
});

test('everything that is wrong is told at once', () => {
  const text = refusal(found({ ...document, issuer: 'https://a.example', token_endpoint: undefined }));
  expect(text).toMatch(/^With this provider nobody can sign in:\n- issuer: .*\n- issuer: the document has no token/);
});

test('the suggested origins have those that are named already, and let the document pass', () => {
  const said = { ...document, token_endpoint: `${elsewhere}/t`, revocation_endpoint: 'https://b.example/r' };
  const own = { endpointOrigins: ['https://other.example'] };
  const [, flag = ''] = /--endpoint-origins=(\S+)/.exec(refusal(found(said), own)) ?? [];
  expect(flag).toBe(`${elsewhere},https://b.example,https://other.example`);
  expect(notesOn(said, { endpointOrigins: flag.split(',') })).toEqual([]);
});

test.each<[string, object, readonly string[]]>([
  ['no place for the end of sessions', { end_session_endpoint: undefined }, ['no-end-of-session']],
  ['no place to revoke', { revocation_endpoint: null }, ['no-revocation']],
  ['no refresh tokens', { grant_types_supported: ['authorization_code'] }, ['no-renewal']],
  ['no offline_access', { scopes_supported: ['openid'] }, ['scope-not-listed']],
])('%s is a note', (_, change, codes) => {
  expect(notesOn({ ...document, ...change })).toEqual(codes);
});

test('a scope of an API, or one that the app does not ask for, need not be listed', () => {
  expect(notesOn({ ...document, scopes_supported: ['openid'] }, { scope: 'openid api://notes' })).toEqual([]);
});

const pool = ['https://example.auth.eu-west-1.amazoncognito.com'];
const organizations = 'https://login.microsoftonline.com/organizations/v2.0';
interface Recorded {
  readonly of: string;
  readonly said: { readonly issuer: string };
  readonly own: Partial<OidcSettings>;
  readonly codes: readonly string[];
}

const revoked: readonly string[] = [];
const kept = ['no-revocation'];
const recorded: readonly Recorded[] = [
  { of: 'Auth0', said: auth0, own: { provider: 'auth0' }, codes: revoked },
  { of: 'Auth0 as it was', said: auth0Before, own: { provider: 'auth0' }, codes: revoked },
  { of: 'Cognito', said: cognito, own: { provider: 'cognito', endpointOrigins: pool }, codes: revoked },
  { of: 'Cognito as it was', said: cognitoBefore, own: { provider: 'cognito', endpointOrigins: pool }, codes: revoked },
  { of: 'Entra ID', said: entra, own: { provider: 'entra' }, codes: kept },
  {
    of: 'Entra ID for several',
    said: entraMultiTenant,
    own: { provider: 'entra', issuer: organizations },
    codes: kept,
  },
  { of: 'Keycloak', said: keycloak, own: { provider: 'keycloak' }, codes: revoked },
  { of: 'Okta', said: okta, own: { provider: 'okta' }, codes: revoked },
];

describe.each<Recorded>(recorded)('the recorded document of $of', ({ said, own, codes }) => {
  const mine = settings({ issuer: said.issuer, ...own });

  test('fits, and tells what the provider can’t do', () => {
    expect(notesOn(said, mine)).toEqual(codes);
  });

  test('is judged with what the plugin’s preset has', () => {
    const { deviations = {}, scope } = pluginConfig(mine);
    const { documentIssuer = mine.issuer, endSessionEndpoint, revocationEndpoint } = deviations;
    expect(expectedOf(mine)).toMatchObject({
      issuer: documentIssuer,
      scopes: scope!.split(' '),
      isSilentOnEnds: endSessionEndpoint !== undefined && revocationEndpoint !== undefined,
    });
  });
});

/** The app signs nobody in with a document that the tool refuses, and the other way round. */
test.each<[string, object, Partial<OidcSettings>]>([
  ['a good one', {}, {}],
  ['another issuer', { issuer: 'https://evil.example' }, {}],
  ['no token endpoint', { token_endpoint: undefined }, {}],
  ['http', { token_endpoint: 'http://login.example.com/t' }, {}],
  ['an endpoint elsewhere', { token_endpoint: `${elsewhere}/t` }, {}],
  ['a named endpoint elsewhere', { token_endpoint: `${elsewhere}/t` }, { endpointOrigins: [elsewhere] }],
  ['a place to revoke elsewhere', { revocation_endpoint: `${elsewhere}/t` }, {}],
  ['plain PKCE', { code_challenge_methods_supported: ['plain'] }, {}],
  ['no end of sessions', { end_session_endpoint: undefined }, {}],
  ['several organisations, without their preset', entraMultiTenant, { issuer: organizations }],
  ['several organisations', entraMultiTenant, { issuer: organizations, provider: 'entra' }],
  ['one organisation, asked for several', entra, { issuer: organizations, provider: 'entra' }],
  [
    'Cognito with the domain of another pool',
    cognito,
    { issuer: cognito.issuer, provider: 'cognito', endpointOrigins: [elsewhere] },
  ],
])('the app judges %s as the tool does', (_, change, own) => {
  const said = { ...document, ...change };
  const mine = settings(own);
  const byApp = takenBy(() => checkedMetadata(said, checkedConfig(pluginConfig(mine))));
  expect(takenBy(() => checkDiscovery(found(said), mine, url))).toBe(byApp);
});
