import { expect, test } from 'vitest';
import type { AngularOptions as Options } from '../../src/frameworks/angular/angular-options.ts';
import { checkTogether } from '../../src/resolve/check-together.ts';
import { fakeProject, type Facts } from '../support/fake-project.ts';
import { fakeOptions } from '../support/stages.ts';

interface Row {
  readonly case: string;
  readonly facts?: Facts;
  readonly options?: Partial<Options>;
  readonly clashes: readonly (readonly [keys: readonly string[], text: string])[];
}

const home: Facts['routes'] = [['', 'home'], 'home', 'tabs'];
const locksOut = (path: string) =>
  [
    ['guardedRoutes', 'loginPath', 'unlockPath'],
    `guardedRoutes: "${path}" is for people who are not signed in; a guard there locks everybody out`,
  ] as const;
const behind = (path: string) =>
  [
    ['homePath', 'loginPath', 'unlockPath'],
    `homePath: "${path}" is the login or unlock page; name the page behind it with --home-path`,
  ] as const;
const outside = (folder: string, root: string) =>
  [
    ['codeDir'],
    `codeDir: "${folder}" is outside the sources of the app; choose a folder below ${root}/ with --code-dir`,
  ] as const;
const noPage = (path: string, has: string) =>
  [
    ['loginPath', 'loginPage'],
    `loginPath: the app has no route "${path}" to use as its login page; it has ${has}`,
  ] as const;

test.each<Row>([
  { case: 'what the app says by itself', clashes: [] },

  {
    case: 'one path for two pages',
    options: { loginPath: 'in', unlockPath: 'in' },
    clashes: [
      [
        ['unlockPath', 'loginPath'],
        'unlockPath: the login page has the path "in" already; choose another with --unlock-path',
      ],
    ],
  },
  {
    case: 'one field of the login page named twice',
    options: { loginFields: ['username:email', 'username:login'] },
    clashes: [
      [
        ['loginFields'],
        'loginFields: "username:email,username:login" has to name username and password once each, and not alike',
      ],
    ],
  },
  {
    case: 'both fields with one name',
    options: { loginFields: ['username:secret', 'password:secret'] },
    clashes: [
      [
        ['loginFields'],
        'loginFields: "username:secret,password:secret" has to name username and password once each, and not alike',
      ],
    ],
  },
  {
    case: 'the token is another field of the session',
    options: { session: [{ name: 'id', type: 'string' }], tokenField: 'id' },
    clashes: [
      [
        ['tokenField', 'session'],
        'tokenField: "id" is another member of the session; name the one that is the token with --token-field',
      ],
    ],
  },
  {
    case: 'the refresh token is the token',
    options: { refreshUrl: '/refresh', tokenField: 'jwt', refreshTokenField: 'jwt' },
    clashes: [
      [
        ['refreshTokenField', 'tokenField', 'session'],
        'refreshTokenField: "jwt" is another member of the server’s answer; name the right one with --refresh-token-field',
      ],
    ],
  },
  {
    case: 'the time is a field of the session, by the server’s name',
    options: { session: [{ name: 'expires_in', type: 'number' }], expiryField: 'expires_in' },
    clashes: [
      [
        ['expiryField', 'tokenField', 'session'],
        'expiryField: "expires_in" is another member of the server’s answer; name the right one with --expiry-field',
      ],
    ],
  },
  {
    case: 'the time is a field of the session, by its own name',
    options: { session: [{ name: 'expiresIn', type: 'string' }], expiryField: 'expires_in' },
    clashes: [
      [
        ['session', 'expiryField'],
        'expiryField: it gives the session "expiresIn", which --session has too; leave it out there',
      ],
    ],
  },
  {
    case: 'one member is the time and the refresh token',
    options: { refreshUrl: '/refresh', expiryField: 'x', refreshTokenField: 'x' },
    clashes: [
      [
        ['refreshTokenField', 'tokenField', 'session'],
        'refreshTokenField: "x" is another member of the server’s answer; name the right one with --refresh-token-field',
      ],
    ],
  },
  {
    case: 'a refresh token of a server that is not asked for one',
    options: { tokenField: 'jwt', refreshTokenField: 'jwt' },
    clashes: [],
  },
  { case: 'home is the login page', options: { homePath: 'login' }, clashes: [behind('login')] },
  { case: 'home is the unlock page', options: { homePath: 'unlock' }, clashes: [behind('unlock')] },

  {
    case: 'a login page where the app has one',
    facts: { routes: ['home', 'login'] },
    options: { loginPage: 'generate', guardedRoutes: [] },
    clashes: [
      [
        ['loginPath', 'loginPage'],
        'loginPath: the app has a route "login" already; keep it with --login-page existing, or choose another path',
      ],
    ],
  },
  {
    case: 'a login page of the app’s own that is not there',
    options: { loginPage: 'existing', loginPath: 'sign-in' },
    clashes: [noPage('sign-in', '"home", "tabs"')],
  },
  {
    case: 'a login page of the app’s own, in an app without pages',
    facts: { routes: [['', 'home']] },
    options: { loginPage: 'existing', loginPath: 'sign-in', guardedRoutes: [] },
    clashes: [noPage('sign-in', 'none')],
  },
  {
    case: 'a login page of the app’s own among children',
    facts: { routes: ['home', { path: 'auth', children: ['login'] }] },
    options: { loginPage: 'existing', loginPath: 'auth/login' },
    clashes: [],
  },
  {
    case: 'a login page of the app’s own in a module that was not read',
    facts: { routes: ['home', { path: 'auth', isLazy: true }] },
    options: { loginPage: 'existing', loginPath: 'auth/login' },
    clashes: [],
  },
  {
    case: 'a login page beside a module that was not read',
    facts: { routes: ['home', { path: 'auth', isLazy: true }] },
    options: { loginPage: 'existing', loginPath: 'authors' },
    clashes: [noPage('authors', '"home", "auth"')],
  },
  {
    case: 'an unlock page where the app has a page',
    facts: { routes: ['home', 'unlock'] },
    options: { unlockPath: 'unlock' },
    clashes: [
      [
        ['unlockPath'],
        'unlockPath: the app has a route "unlock" already; choose another, e.g. --unlock-path vault-unlock',
      ],
    ],
  },

  {
    case: 'an account page where the app has a page',
    facts: { routes: ['home', 'account'] },
    options: { accountPage: true, accountPath: 'account' },
    clashes: [
      [
        ['accountPath'],
        'accountPath: the app has a route "account" already; choose another, e.g. --account-path vault-account',
      ],
    ],
  },
  {
    case: 'the path of an account page that is not wanted',
    facts: { routes: ['home', 'account'] },
    options: { accountPage: false, accountPath: 'account' },
    clashes: [],
  },
  ...['login', 'unlock'].map((path) => ({
    case: `an account page in place of another: ${path}`,
    options: { accountPage: true, accountPath: path },
    clashes: [
      [
        ['accountPath', 'loginPath', 'unlockPath'],
        `accountPath: the login or unlock page has the path "${path}" already; choose another with --account-path`,
      ],
    ] as const,
  })),

  {
    case: 'guards for pages that are there',
    options: { guardedRoutes: ['home', 'tabs'] },
    clashes: [],
  },
  { case: 'a guard on the login page', options: { guardedRoutes: ['login'] }, clashes: [locksOut('login')] },
  { case: 'a guard on the unlock page', options: { guardedRoutes: ['unlock'] }, clashes: [locksOut('unlock')] },
  {
    case: 'a guard on a page to sign up',
    facts: { routes: ['home', 'sign-up'] },
    options: { guardedRoutes: ['sign-up'] },
    clashes: [locksOut('sign-up')],
  },
  {
    case: 'a guard on a page that is not there, or redirects: each is said',
    options: { guardedRoutes: ['', 'nowhere'] },
    clashes: [
      [['guardedRoutes'], 'guardedRoutes: the app has no route "" with a page; it has "home", "tabs"'],
      [['guardedRoutes'], 'guardedRoutes: the app has no route "nowhere" with a page; it has "home", "tabs"'],
    ],
  },
  {
    case: 'nothing is said about routes that could not be followed',
    facts: { lost: true },
    options: { guardedRoutes: ['nowhere', 'sign-up'], loginPage: 'existing', unlockPath: 'home', homePath: 'tabs' },
    clashes: [],
  },

  { case: 'a folder outside the sources', options: { codeDir: 'lib/vault' }, clashes: [outside('lib/vault', 'src')] },
  {
    case: 'a folder that begins like the sources',
    options: { codeDir: 'srcs/vault' },
    clashes: [outside('srcs/vault', 'src')],
  },
  { case: 'the folder of the sources', options: { codeDir: 'src' }, clashes: [] },
  {
    case: 'the sources of another project',
    facts: { sourceRoot: 'apps/staff/src', routes: home },
    options: { codeDir: 'apps/shop/src/vault' },
    clashes: [outside('apps/shop/src/vault', 'apps/staff/src')],
  },
  {
    case: 'any folder, where the sources are at the root',
    facts: { sourceRoot: '', routes: home },
    options: { codeDir: 'vault' },
    clashes: [],
  },

  {
    case: 'one name for two things',
    options: { serviceName: 'Vault', sessionName: 'Vault' },
    clashes: [
      [
        ['sessionName', 'serviceName'],
        'sessionName: "Vault" is the name of serviceName too; choose another with --session-name',
      ],
    ],
  },
  {
    case: 'names that are one where they become classes',
    options: { interceptorName: 'gate', guardName: 'gate', serviceName: 'Gate' },
    clashes: [
      [
        ['interceptorName', 'serviceName'],
        'interceptorName: "gate" is the name of serviceName too; choose another with --interceptor-name',
      ],
      [
        ['guardName', 'serviceName'],
        'guardName: "gate" is the name of serviceName too; choose another with --guard-name',
      ],
    ],
  },
  {
    case: 'the name of the function that checks a session',
    options: { guardName: 'isUser', sessionName: 'User' },
    clashes: [
      [
        ['guardName', 'sessionName'],
        'guardName: "isUser" is the name of the function that checks a session too; choose another with --guard-name',
      ],
    ],
  },
])('$case', ({ facts, options, clashes }) => {
  const project = fakeProject(facts);
  const found = checkTogether(fakeOptions(options, project), project);
  expect(found.map(({ keys, text }) => [keys, text])).toEqual(clashes);
});
