import { describe, expect, test } from 'vitest';
import type { CliError } from '../../src/model/errors.ts';
import type { Written } from '../../src/options/options.ts';
import { authOrigins, oidcSettings } from '../../src/options/oidc-settings.ts';
import { readSources } from '../../src/resolve/read-sources.ts';
import { resolve } from '../../src/resolve/resolve.ts';
import { fakeProject } from '../support/fake-project.ts';
import { pluginConfig } from '../support/plugin-presets.ts';

const provider = { auth: 'oidc', issuer: 'https://login.example.com/main', clientId: 'notes' };

function resolved(
  flags: Written,
  { appId = 'com.example.My_Notes', config }: { appId?: string; config?: string } = {},
) {
  const project = fakeProject();
  const app = { ...project, capacitor: { ...project.capacitor, appId } };
  return resolve(readSources({ flags, env: {}, ...(config === undefined ? {} : { config }) }), app);
}

function refusal(flags: Written, appId?: string): CliError {
  try {
    resolved(flags, appId === undefined ? {} : { appId });
  } catch (error) {
    return error as CliError;
  }
  throw new Error('It was taken.');
}

describe('--auth oidc', () => {
  test('needs the provider and the client, and has a default for all the rest', () => {
    expect(oidcSettings(resolved(provider).options)).toEqual({
      issuer: 'https://login.example.com/main',
      clientId: 'notes',
      provider: 'none',
      scope: '',
      endpointOrigins: [],
      redirectPath: 'auth/callback',
      postLogoutPath: 'login',
      redirectScheme: 'com.example.my-notes',
      redirectOrigin: '',
    });
    const { code, hint } = refusal({ auth: 'oidc' });
    expect(code).toBe('ANSWER_NEEDED');
    expect(hint).toMatch(/--issuer <address>:.*\n--client-id <id>:/);
  });

  test('the page after a sign-out is the login page, whatever its path', () => {
    expect(resolved({ ...provider, loginPath: 'enter' }).options.postLogoutPath).toBe('enter');
    expect(resolved({ ...provider, loginPath: 'enter', postLogoutPath: '/' }).options.postLogoutPath).toBe('');
  });

  test.each(['notes', '', '1com.example'])('an app with the id %j has to name a scheme', (appId) => {
    expect(refusal(provider, appId).hint).toContain('--redirect-scheme <scheme>');
    const { options } = resolved({ ...provider, redirectScheme: 'com.example.notes:/' }, { appId });
    expect(options.redirectScheme).toBe('com.example.notes');
  });

  test.each([
    ['login.example.com', 'https://login.example.com'],
    ['http://login.example.com', undefined],
    ['https://login.example.com?tenant=1', undefined],
    ['https://user@login.example.com', undefined],
  ])('%s is no issuer', (issuer, meant) => {
    const { code, message } = refusal({ ...provider, issuer });
    expect(code).toBe('USAGE');
    expect(message).toContain(meant === undefined ? 'is not the address of a provider' : `did you mean ${meant}?`);
  });

  test('takes the address of the discovery document for the issuer', () => {
    const issuer = 'https://login.example.com/.well-known/openid-configuration';
    expect(resolved({ ...provider, issuer }).options.issuer).toBe('https://login.example.com');
  });

  test.each([
    ['oidcScope', 'profile', 'did you mean openid profile?'],
    ['redirectPath', 'login', 'redirectPath: there is a page at "login" already'],
    ['oidcProvider', 'cognito', 'endpointOrigins: Cognito'],
    ['redirectScheme', 'notes', 'is not a scheme with a dot in it'],
    ['redirectOrigin', 'http://app.example.com', 'did you mean https://app.example.com?'],
    ['redirectOrigin', 'https://app.example.com:8443', 'did you mean https://app.example.com?'],
    ['redirectOrigin', 'https://app.example.com/notes', 'did you mean https://app.example.com?'],
    ['redirectOrigin', 'https://localhost', 'is not an origin like https://app.example.com'],
  ])('refuses %s %s', (key, value, told) => {
    expect(refusal({ ...provider, [key]: value }).message).toContain(told);
  });

  test.each([
    ['https://example.eu.auth0.com', '--issuer https://example.eu.auth0.com/'],
    ['https://example.eu.auth0.com/tenant/', '--issuer https://example.eu.auth0.com/'],
    ['http://localhost:9000/', 'without a path'],
  ])('%s is no issuer of Auth0, as the plugin has it', (issuer, told) => {
    const app = { provider: 'auth0', endpointOrigins: [] } as const;
    const flags = { ...provider, oidcProvider: 'auth0' };
    expect(refusal({ ...flags, issuer }).message).toContain(told);
    expect(() => pluginConfig({ ...app, issuer })).toThrow('domain');
    const right = 'https://example.eu.auth0.com/';
    expect(resolved({ ...flags, issuer: right }).options.issuer).toBe(right);
    expect(pluginConfig({ ...app, issuer: right }).issuer).toBe(right);
  });

  test('says what has no effect, where it was said now', () => {
    const notes = (flags: Written, config?: string) =>
      resolved(flags, config === undefined ? {} : { config })
        .notes.filter(({ code }) => code === 'option-unused')
        .map(({ text }) => text);

    expect(notes({ ...provider, loginUrl: '/enter' })).toEqual([
      '--login-url has no effect: it is for --auth generic, and this app has oidc.',
    ]);
    expect(notes({ issuer: 'https://login.example.com' })).toEqual([
      '--issuer has no effect: it is for --auth oidc, and this app has generic.',
    ]);
    expect(notes(provider, JSON.stringify({ loginUrl: '/enter' }))).toEqual([]);
  });
});

describe('an app that signs in otherwise', () => {
  test('has no settings of it, and keeps what its configuration says', () => {
    const { options } = resolved({}, { config: JSON.stringify({ issuer: 'https://login.example.com' }) });

    expect(oidcSettings(options)).toBeUndefined();
    expect(options.issuer).toBe('https://login.example.com');
    expect(options.redirectPath).toBeUndefined();
  });
});

test('the origins of the provider are https, and each is there once', () => {
  const origins = (issuer: string, endpointOrigins: readonly string[]) =>
    authOrigins(oidcSettings(resolved({ ...provider, issuer, endpointOrigins }).options)!);

  expect(origins('https://a.example/realms/x', ['https://b.example', 'https://a.example'])).toEqual([
    'https://a.example',
    'https://b.example',
  ]);
  expect(origins('http://localhost:9000', [])).toEqual([]);
});
