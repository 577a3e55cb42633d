import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import type { Options } from '../../src/options/options.ts';
import { closing } from '../../src/report/closing.ts';
import { registrationLines, registrationsOf } from '../../src/report/registration.ts';
import { fakeProject } from '../support/fake-project.ts';
import { fakeOptions, renderOf } from '../support/stages.ts';

const oidc = {
  auth: 'oidc',
  issuer: 'https://login.example.com',
  clientId: 'notes',
  oidcProvider: 'none',
  redirectPath: 'auth/callback',
  postLogoutPath: 'login',
  redirectScheme: 'com.example.notes',
} as const;

function lines(options: Partial<Options> = {}, files: Readonly<Record<string, string>> = {}): string[] {
  const project = fakeProject({ files });
  return registrationLines(project, fakeOptions({ ...oidc, ...options }, project));
}

const started = { 'package.json': '{ "scripts": { "start": "ng serve" } }' };
const page = (base: string) => ({ ...started, 'src/index.html': `<!doctype html><head>${base}</head>` });

describe('what is to be registered at the provider', () => {
  test('is every address that the app gives it, to be copied', () => {
    expect(lines({}, started)).toEqual([
      'Redirect: http://localhost:4200/auth/callback  (npm start)',
      'Redirect: https://…/auth/callback  (where the app is served)',
      'Redirect: com.example.notes:/auth/callback  (iOS and Android)',
      'After a sign-out: http://localhost:4200/login  (npm start)',
      'After a sign-out: https://…/login  (where the app is served)',
      'After a sign-out: com.example.notes:/login  (iOS and Android)',
      'Origin of requests (CORS): http://localhost:4200  (npm start)',
      'Origin of requests (CORS): https://…  (where the app is served)',
    ]);
  });

  test.each([{}, { redirectOrigin: 'https://app.example.com' }])(
    'is what the generated client makes of its paths: %j',
    async (own) => {
      const project = fakeProject({ files: page('<base href="/notes/">') });
      const options = fakeOptions({ ...oidc, ...own }, project);
      const { files } = await renderOf(project, options);
      const textOf = (name: string): string => {
        const file = files.find(({ path }) => path.endsWith(`/${name}`));
        return file !== undefined && 'text' in file ? file.text : '';
      };
      const [client, navigation] = [textOf('oidc.client.ts'), textOf('identity.navigation.ts')];
      const callback = /CALLBACK_PATH = '([^']*)'/.exec(navigation)?.[1] ?? '';
      const body = /function addressOf\(path: string\): string \{([^]*?)\n\}/.exec(client)?.[1] ?? '';
      const made = [false, true].map((isNative): unknown => {
        const page = { baseURI: 'http://localhost:4200/notes/' };
        const globals = { URL, path: callback, Capacitor: { isNativePlatform: () => isNative }, document: page };
        return runInNewContext(`(() => {${body}})()`, globals);
      });
      const redirects = registrationsOf(project, options).filter((one) => one.for === 'redirect');
      expect(made).toEqual(redirects.filter((one) => one.in !== 'production').map(({ address }) => address));
    },
  );

  test('the start page after a sign-out', () => {
    const ends = lines({ postLogoutPath: '' }, started).filter((line) => line.startsWith('After'));
    expect(ends[0]).toBe('After a sign-out: http://localhost:4200/  (npm start)');
    expect(ends[2]).toBe('After a sign-out: com.example.notes:/  (iOS and Android)');
  });

  test('a web origin stands in place of the scheme, and has no part in the page’s base', () => {
    const [, , phone, , , after] = lines({ redirectOrigin: 'https://app.example.com' }, page('<base href="/notes/">'));
    expect(phone).toBe('Redirect: https://app.example.com/auth/callback  (iOS and Android)');
    expect(after).toBe('After a sign-out: https://app.example.com/login  (iOS and Android)');
  });

  test('an app whose start is not known has a port of its own', () => {
    expect(lines()[0]).toBe('Redirect: http://localhost:…/auth/callback  (in development)');
  });

  test.each(['http://localhost:9000', 'http://127.0.0.1:9000/realms/main', 'https://localhost:8443'])(
    'with %s there are only builds for development',
    (issuer) => {
      expect(lines({ issuer }, started)).toEqual([
        'Redirect: http://localhost:4200/auth/callback  (npm start)',
        'After a sign-out: http://localhost:4200/login  (npm start)',
        'Origin of requests (CORS): http://localhost:4200  (npm start)',
      ]);
    },
  );

  test.each([
    ['<base href="/">', '/'],
    ['<base href="/notes/" />', '/notes/'],
    ["<base target='_self' href='/a/b/'>", '/a/b/'],
    ['<base href="/notes">', '/'],
    ['<base href="./">', '/'],
    ['<base href="//cdn.example.com/">', '/'],
  ])('a page with %s is served below %s', (base, path) => {
    const [first, second, third] = lines({}, page(base));
    expect(first).toBe(`Redirect: http://localhost:4200${path}auth/callback  (npm start)`);
    expect(second).toContain(`https://…${path}auth/callback `);
    expect(third).toContain(' com.example.notes:/auth/callback ');
  });

  test('is nothing where the app’s own server signs users in', () => {
    const project = fakeProject();
    expect(registrationsOf(project, fakeOptions({}, project))).toEqual([]);
    expect(lines({ auth: 'generic' })).toEqual([]);
  });

  test('stands on the closing screen, before the app is tried', () => {
    const project = fakeProject({ files: started });
    const parts = { project, changes: [], left: 0, later: [], width: 76 };
    const text = closing({ ...parts, options: fakeOptions(oidc, project) });
    expect(text).toMatch(/\nRegister at the provider\n(  - .*\n){8}\nTry it\n/);
    expect(text).toContain('  - Redirect: com.example.notes:/auth/callback  (iOS and Android)\n');
    expect(closing({ ...parts, options: fakeOptions({}, project) })).not.toContain('Register');
  });
});
