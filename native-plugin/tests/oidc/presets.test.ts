import { beforeEach, describe, expect, it } from 'vitest';
import {
  auth0,
  cognito,
  entra,
  entraMultiTenant,
  keycloak,
  OidcClient,
  okta,
  presetConfig,
  type OidcSession,
  type OidcVault,
  type PendingLogin,
  type ProviderPreset,
} from '../../src/oidc/index.ts';
import auth0Document from './metadata/auth0.json';
import auth0Before from './metadata/auth0-before.json';
import cognitoDocument from './metadata/cognito.json';
import cognitoBefore from './metadata/cognito-before.json';
import entraMultiTenantDocument from './metadata/entra-multi-tenant.json';
import entraDocument from './metadata/entra.json';
import keycloakDocument from './metadata/keycloak.json';
import oktaDocument from './metadata/okta.json';

const GUID = '11111111-2222-3333-4444-555555555555';
const POOL = { region: 'eu-west-1', pool: 'eu-west-1_AbCdEf123', domain: 'example.auth.eu-west-1.amazoncognito.com' };
const own = {
  clientId: 'app',
  redirectUri: 'https://app.example.com/callback',
  postLogoutRedirectUri: 'https://app.example.com/',
};

let session: OidcSession | undefined;
let pending: PendingLogin | undefined;
let asked: string[];
let opened: string[];
let document: object;
let idToken: (nonce: string) => object;
beforeEach(() => {
  [session, pending, asked, opened] = [undefined, undefined, [], []];
});

const encode = (value: object): string =>
  btoa(JSON.stringify(value)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
const json = (value: object): Response =>
  new Response(JSON.stringify(value), { headers: { 'content-type': 'application/json' } });

const vault: OidcVault = {
  getSession: () => Promise.resolve(session),
  restoreSession: () => Promise.resolve(session),
  login: (next) => Promise.resolve(void (session = next)),
  saveSession: (next) => Promise.resolve(void (session = next)),
  refreshSession: async (_rejected, refresh) => (session = session && (await refresh(session))),
  logout: () => Promise.resolve(void (session = undefined)),
};

/** A client whose provider answers as its document says, with an ID token of this test's. */
function clientOf(preset: ProviderPreset, places: Readonly<Record<string, string>>): OidcClient {
  return new OidcClient(presetConfig(preset, places, own), {
    vault,
    authSession: {
      open: ({ url }) => Promise.resolve({ kind: 'left', opened: opened.push(url) }),
      arrived: () => Promise.resolve(undefined),
      forget: () => Promise.resolve(),
    },
    pending: {
      put: (next) => Promise.resolve(void (pending = next)),
      peek: () => Promise.resolve(pending),
      take: () => Promise.resolve(true),
    },
    send: (url) => {
      asked.push(url);
      if (url.includes('/.well-known/')) return Promise.resolve(json(document));
      if (url.endsWith('/revoke')) return Promise.resolve(new Response());
      const token = `${encode({ alg: 'RS256' })}.${encode(idToken(pending?.nonce ?? ''))}.c2ln`;
      const tokens = { access_token: 'a', token_type: 'Bearer', expires_in: 300, refresh_token: 'r' };
      return Promise.resolve(json({ ...tokens, id_token: token }));
    },
  });
}

async function signIn(client: OidcClient): Promise<void> {
  await client.login();
  const iss =
    'authorization_response_iss_parameter_supported' in document
      ? { iss: Reflect.get(document, 'issuer') as string }
      : {};
  const answer = new URLSearchParams({ code: 'c', state: pending?.state ?? '', ...iss });
  await client.finish(`${own.redirectUri}?${answer.toString()}`);
}

const claims =
  (issuer: string, others = {}) =>
  (nonce: string) => {
    const now = Math.floor(Date.now() / 1000);
    return { iss: issuer, sub: 'ada', aud: 'app', iat: now, exp: now + 300, nonce, ...others };
  };

interface Case {
  readonly name: string;
  readonly preset: ProviderPreset;
  readonly places: Readonly<Record<string, string>>;
  readonly document: { readonly issuer: string; readonly authorization_endpoint: string };
  readonly tenant?: string;
  readonly scope: string;
  readonly revokesAt?: string;
  readonly endsAt: string;
  readonly parameters: readonly string[];
}

const OFFLINE = 'openid profile email offline_access';
const STANDARD = ['client_id', 'post_logout_redirect_uri'];
const auth0Case = {
  preset: auth0,
  places: { domain: 'example.eu.auth0.com' },
  scope: OFFLINE,
  revokesAt: 'https://example.eu.auth0.com/oauth/revoke',
  endsAt: 'https://example.eu.auth0.com/oidc/logout',
  parameters: STANDARD,
};
const cognitoCase = {
  preset: cognito,
  places: POOL,
  scope: 'openid profile email',
  revokesAt: `https://${POOL.domain}/oauth2/revoke`,
  endsAt: `https://${POOL.domain}/logout`,
  parameters: ['client_id', 'logout_uri'],
};
const cases: Case[] = [
  { name: 'Auth0', document: auth0Document, ...auth0Case },
  { name: 'Auth0 without an end of sessions in its document', document: auth0Before, ...auth0Case },
  { name: 'Cognito', document: cognitoDocument, ...cognitoCase },
  {
    name: 'Cognito without an end of sessions and revocation in its document',
    document: cognitoBefore,
    ...cognitoCase,
  },
  {
    name: 'Entra ID',
    preset: entra,
    places: { tenant: GUID },
    document: entraDocument,
    scope: OFFLINE,
    endsAt: `https://login.microsoftonline.com/${GUID}/oauth2/v2.0/logout`,
    parameters: STANDARD,
  },
  {
    name: 'Entra ID for several organisations',
    preset: entraMultiTenant,
    places: { tenant: 'organizations' },
    document: entraMultiTenantDocument,
    tenant: GUID,
    scope: OFFLINE,
    endsAt: 'https://login.microsoftonline.com/organizations/oauth2/v2.0/logout',
    parameters: STANDARD,
  },
  {
    name: 'Keycloak',
    preset: keycloak,
    places: { host: 'login.example.com', realm: 'main' },
    document: keycloakDocument,
    scope: 'openid profile email',
    revokesAt: 'https://login.example.com/realms/main/protocol/openid-connect/revoke',
    endsAt: 'https://login.example.com/realms/main/protocol/openid-connect/logout',
    parameters: STANDARD,
  },
  {
    name: 'Okta',
    preset: okta,
    places: { domain: 'example.okta.com', server: 'default' },
    document: oktaDocument,
    scope: OFFLINE,
    revokesAt: 'https://example.okta.com/oauth2/default/v1/revoke',
    endsAt: 'https://example.okta.com/oauth2/default/v1/logout',
    parameters: ['client_id', 'id_token_hint', 'post_logout_redirect_uri'],
  },
];

describe.each(cases)('$name', ({ preset, places, tenant, scope, revokesAt, endsAt, parameters, ...one }) => {
  const issuer = one.document.issuer.replace('{tenantid}', tenant ?? '');
  beforeEach(() => {
    document = one.document;
    idToken = claims(issuer, tenant === undefined ? {} : { tid: tenant });
  });

  it('signs in, renews, revokes and ends the session where it has a place for it', async () => {
    const client = clientOf(preset, places);
    await signIn(client);
    const { origin, pathname, searchParams } = new URL(opened[0]!);
    expect(origin + pathname).toBe(one.document.authorization_endpoint);
    expect(searchParams.get('scope')).toBe(scope);
    expect(session).toMatchObject({ subject: 'ada', issuer });
    expect((await client.refresh())?.refreshToken).toBe('r');

    expect(await client.logout()).toEqual({ isRevoked: revokesAt !== undefined, isEndedAtProvider: true });
    expect(asked.filter((url) => url.endsWith('/revoke'))).toEqual(revokesAt === undefined ? [] : [revokesAt]);
    const end = new URL(opened.at(-1)!);
    expect(end.origin + end.pathname).toBe(endsAt);
    expect([...end.searchParams.keys()].sort()).toEqual([...parameters].sort());
  });

  it('takes no ID token of another issuer', async () => {
    idToken = claims('https://evil.example', tenant === undefined ? {} : { tid: tenant });
    await expect(signIn(clientOf(preset, places))).rejects.toMatchObject({ code: 'LoginFailed', reason: 'iss' });
    expect(session).toBeUndefined();
  });

  it('is not trusted when its document is that of somebody else', async () => {
    document = { ...one.document, issuer: 'https://evil.example' };
    await expect(clientOf(preset, places).login()).rejects.toMatchObject({ code: 'ProviderNotTrusted' });
  });
});

it('an ID token of Entra ID has the issuer of its own organisation', async () => {
  document = entraMultiTenantDocument;
  idToken = claims(`https://login.microsoftonline.com/${GUID}/v2.0`, { tid: GUID.replaceAll('1', '9') });
  const client = clientOf(entraMultiTenant, { tenant: 'organizations' });
  await expect(signIn(client)).rejects.toMatchObject({ code: 'LoginFailed' });
});

it('the preset for one organisation does not take the document for several', async () => {
  document = entraMultiTenantDocument;
  await expect(clientOf(entra, { tenant: 'organizations' }).login()).rejects.toMatchObject({
    code: 'ProviderNotTrusted',
  });
});

it.each([
  ['is missing', {}],
  ['leads to another host', { domain: 'evil.example/' }],
  ['has a user', { domain: 'a@evil.example' }],
  ['is empty', { domain: '' }],
  ['has a query', { domain: 'evil.example?' }],
])('a place that %s is refused', (_name, places) => {
  expect(() => presetConfig(auth0, places, own)).toThrow(expect.objectContaining({ code: 'InvalidConfig' }) as Error);
});
