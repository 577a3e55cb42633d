import { describe, expect, test } from 'vitest';
import type { GuardFact } from '../../src/model/facts.ts';
import { accessOf } from '../../src/options/found/access.ts';
import { guestGuards } from '../../src/options/found/auth-guards.ts';
import { findGuardedRoutes } from '../../src/options/found/guarded.ts';
import { findHomePath } from '../../src/options/found/home.ts';
import { findLoginPage, findLoginPath } from '../../src/options/found/sign-in.ts';
import type { DefaultContext } from '../../src/options/option.ts';
import { fakeProject, type Facts } from '../support/fake-project.ts';

/** A guard of the app, called `text`, that sends to the paths. */
function guard(text: string, ...sendsTo: string[]): GuardFact {
  return { text, id: text, when: 'canActivate', sendsTo };
}

const auth = guard('authGuard', 'login');
const guest = guard('guestGuard', 'tabs');

interface Row {
  readonly case: string;
  readonly routes: NonNullable<Facts['routes']>;
  readonly given?: DefaultContext['given'];
  readonly login: string;
  readonly home: string | undefined;
  readonly guarded: readonly string[];
}

/** The class that a route shows. */
function page(name: string): { readonly page: { readonly path: string; readonly name: string } } {
  return { page: { path: 'src/app/a.page.ts', name } };
}

/** One guard that does what the data of the route says, as its id has it. */
function withData(text: string, data: string, ...sendsTo: string[]): GuardFact {
  return { ...guard(text, ...sendsTo), id: `src/app/guard.ts#${text}(${data})` };
}

const rows: readonly Row[] = [
  {
    case: 'guards on several routes, one on the sign-in',
    routes: [
      { path: 'login', guards: [guest] },
      { path: 'tabs', guards: [auth] },
      { path: 'orders', guards: [auth] },
      { path: 'chat/:id', guards: [auth] },
      'about',
    ],
    login: 'login',
    home: 'tabs',
    guarded: ['tabs', 'orders', 'chat/:id'],
  },
  {
    case: 'a sign-in with a foreign name',
    routes: [
      { path: 'connexion', guards: [guard('invite', 'accueil')] },
      { path: 'accueil', guards: [guard('authentifie', 'connexion')] },
    ],
    login: 'connexion',
    home: 'accueil',
    guarded: ['accueil'],
  },
  {
    case: 'a sign-in with a name that no list has',
    routes: [
      'ovi',
      { path: 'koti', guards: [guard('sisalla', 'ovi')] },
      { path: 'tilaukset', guards: [guard('sisalla', 'ovi')] },
    ],
    login: 'ovi',
    home: 'koti',
    guarded: ['koti', 'tilaukset'],
  },
  {
    case: 'a sign-in in a file of lazy routes',
    routes: [
      { path: 'auth', children: [{ path: '', redirectTo: 'auth/sign-in' }, 'sign-in', 'sign-up'] },
      { path: 'home', guards: [guard('isLoggedIn', 'auth')] },
    ],
    login: 'auth/sign-in',
    home: 'home',
    guarded: ['home'],
  },
  {
    case: 'guards that send to a permission page and an introduction as well',
    routes: [
      'intro',
      'enter',
      'no-access',
      {
        path: 'home',
        guards: [guard('introGuard', 'intro'), guard('userGuard', 'enter'), guard('role()', 'no-access')],
      },
      { path: 'admin', guards: [guard('userGuard', 'enter'), guard('role()', 'no-access')] },
    ],
    login: 'enter',
    home: 'home',
    guarded: ['home', 'admin'],
  },
  {
    case: 'a guard that leads to a welcome page, where there is a sign-in behind it',
    routes: ['welcome', 'login', { path: 'home', guards: [guard('authGuard', 'welcome')] }],
    login: 'login',
    home: 'home',
    guarded: ['home'],
  },
  {
    case: 'a welcome page where users sign in',
    routes: ['welcome', { path: 'home', guards: [guard('authGuard', 'welcome')] }],
    login: 'welcome',
    home: 'home',
    guarded: ['home'],
  },
  {
    case: 'a guard that leads to a redirect',
    routes: [
      ['signin', 'account/enter'],
      { path: 'account', children: ['enter'] },
      { path: 'main', guards: [guard('canOpen', 'signin')] },
    ],
    login: 'account/enter',
    home: 'main',
    guarded: ['main'],
  },
  {
    case: 'an app that starts at its sign-in',
    routes: [['', 'login'], 'login', { path: 'lists', guards: [auth] }],
    login: 'login',
    home: 'lists',
    guarded: ['lists'],
  },
  {
    case: 'a start whose child leads to the sign-in',
    routes: [
      {
        path: '',
        children: [
          { path: '', redirectTo: 'login' },
          { path: 'feed', guards: [auth] },
        ],
      },
      'login',
      { path: 'post/:id', guards: [auth] },
    ],
    login: 'login',
    home: 'feed',
    guarded: ['feed', 'post/:id'],
  },
  {
    case: 'the guard stands on a pathless parent',
    routes: [
      { path: '', children: ['login', 'register'] },
      { path: '', guards: [auth], children: ['home', { path: 'orders', guards: [auth] }] },
      'about',
    ],
    login: 'login',
    home: 'home',
    guarded: [''],
  },
  {
    case: 'guards on children alone',
    routes: [
      'login',
      { path: 'shop', children: ['', { path: 'cart', guards: [auth] }, { path: 'order/:id', guards: [auth] }] },
    ],
    login: 'login',
    home: 'shop/cart',
    guarded: ['shop/cart', 'shop/order/:id'],
  },
  {
    case: 'other keys than canActivate',
    routes: [
      'login',
      { path: 'tabs', guards: [{ ...auth, when: 'canMatch' }] },
      { path: 'team', guards: [{ ...auth, when: 'canActivateChild' }], children: ['list'] },
    ],
    login: 'login',
    home: 'tabs',
    guarded: ['tabs', 'team'],
  },
  {
    case: 'a guard of a package, of which only the name is known',
    routes: [
      'login',
      { path: 'home', guards: ['...canActivate(toLogin)'] },
      { path: 'me', guards: ['...canActivate(toLogin)'] },
    ],
    login: 'login',
    home: 'home',
    guarded: ['home', 'me'],
  },
  {
    case: 'never the pages where people sign up, whatever guard they carry',
    routes: ['login', { path: 'home', guards: [auth] }, { path: 'sign-up', guards: [auth] }],
    login: 'login',
    home: 'home',
    guarded: ['home'],
  },
  {
    case: 'never what is around the sign-in',
    routes: [{ path: 'app', guards: [auth], children: ['login', { path: 'home', guards: [auth] }] }],
    login: 'app/login',
    home: 'app/home',
    guarded: ['app/home'],
  },
  {
    case: 'a guest guard that is called like one that keeps strangers out',
    routes: [
      { path: 'login', guards: [guard('LoginGuard', 'dashboard')] },
      'dashboard',
      { path: 'profile', guards: [guard('AccessGuard', 'login')] },
    ],
    login: 'login',
    home: 'profile',
    guarded: ['profile'],
  },
  {
    case: 'where users go who have signed in is home, also where it has no guard',
    routes: [{ path: 'login', guards: [guest] }, 'news', 'tabs'],
    login: 'login',
    home: 'tabs',
    guarded: ['tabs'],
  },
  {
    case: 'without guards, as it is called',
    routes: [['', 'home'], 'home', 'login', 'settings'],
    login: 'login',
    home: 'home',
    guarded: ['home'],
  },
  {
    case: 'a home that was named, beside guarded routes',
    given: { homePath: 'news' },
    routes: ['login', 'news', { path: 'orders', guards: [auth] }],
    login: 'login',
    home: 'orders',
    guarded: ['news', 'orders'],
  },
  {
    case: 'a home with the name of a public page, behind a guard that was read',
    routes: [
      ['', 'start'],
      { path: 'anmelden', isLazy: true },
      { path: 'start', guards: [guard('AngemeldetGuard', 'anmelden')], isLazy: true },
      { path: 'willkommen' },
    ],
    login: 'anmelden',
    home: 'start',
    guarded: ['start'],
  },
  {
    case: 'a guest guard that leads to the start, which leads to home',
    routes: [['', 'home'], { path: 'login', guards: [guard('guestGuard', '')] }, { path: 'home', guards: [auth] }],
    login: 'login',
    home: 'home',
    guarded: ['home'],
  },
  {
    case: 'a guest guard that leads to the start, which is a page',
    routes: [
      { path: '', guards: [auth], ...page('HomePage') },
      { path: 'login', guards: [guard('guestGuard', '')] },
    ],
    login: 'login',
    home: '',
    guarded: [''],
  },
  {
    case: 'the sign-in is the start of the app',
    routes: [
      { path: '', ...page('LoginPage') },
      { path: 'home', guards: [guard('authGuard', '')] },
      { path: 'settings', guards: [guard('authGuard', '')] },
      ['**', ''],
    ],
    login: '',
    home: 'home',
    guarded: ['home', 'settings'],
  },
  {
    case: 'the sign-in is the start of the app, by where its guard leads alone',
    routes: ['', { path: 'koti', guards: [guard('authGuard', '')] }],
    login: '',
    home: 'koti',
    guarded: ['koti'],
  },
  {
    case: 'the sign-in is the start of the app, by its class alone',
    routes: [{ path: '', ...page('SignInComponent') }, 'home'],
    login: '',
    home: 'home',
    guarded: ['home'],
  },
  {
    case: 'the sign-in is the start, beside the pages behind it',
    routes: [
      { path: '', ...page('LoginPage') },
      { path: '', guards: [guard('authGuard', '')], children: ['home', 'orders'] },
    ],
    login: '',
    home: 'home',
    guarded: [''],
  },
  {
    case: 'a login that stands where nobody comes to',
    routes: [
      { path: '', ...page('LoginPage') },
      { path: 'home', guards: [guard('authGuard', '')] },
      ['**', ''],
      { path: 'login', ...page('LoginPage') },
    ],
    login: '',
    home: 'home',
    guarded: ['home'],
  },
  {
    case: 'an open start, and a sign-in beside it that has a name',
    routes: [{ path: '', ...page('HomePage') }, 'login', { path: 'orders', guards: [guard('authGuard', '')] }],
    login: 'login',
    home: 'orders',
    guarded: ['orders'],
  },
  {
    case: 'one guard for both sides, told apart by data',
    routes: [
      { path: '', guards: [withData('authGuard', 'true', 'acceso', '')], ...page('ShopPage') },
      { path: 'cart', guards: [withData('authGuard', 'true', 'acceso', '')] },
      { path: 'bienvenue', guards: [withData('authGuard', 'false', 'acceso', '')] },
      { path: 'acceso', guards: [withData('authGuard', 'false', 'acceso', '')] },
      'search',
    ],
    login: 'acceso',
    home: '',
    guarded: ['', 'cart'],
  },
  {
    case: 'the guest guard stands around the sign-in',
    routes: [
      { path: 'auth', guards: [guard('guestGuard', 'home')], children: ['login', 'register'] },
      { path: 'home', guards: [guard('authGuard', 'auth/login')] },
    ],
    login: 'auth/login',
    home: 'home',
    guarded: ['home'],
  },
  {
    case: 'a guard that says nothing, on home and on other pages',
    routes: [
      { path: 'login', guards: [guard('versionGuard')] },
      { path: 'home', guards: [guard('versionGuard'), guard('canActivateGuard')] },
      { path: 'settings', guards: [guard('canActivateGuard')] },
      { path: 'welcome', guards: [guard('canActivateGuard')] },
      { path: 'about', guards: [guard('versionGuard')] },
      { path: 'help', guards: [guard('anonymousGuard')] },
    ],
    login: 'login',
    home: 'home',
    guarded: ['home', 'settings'],
  },
];

describe('what the app says of its pages', () => {
  test.each(rows)('$case', ({ routes, given = {}, login, home, guarded }) => {
    const context: DefaultContext = { project: fakeProject({ routes }), given };
    expect(findLoginPath(context).value).toBe(login);
    expect(findLoginPage(context).value).toBe('existing');
    expect(findHomePath(context).value).toBe(home);
    expect(findGuardedRoutes(context).value).toEqual(guarded);
  });

  test('a guard on the sign-in page that sends away from it is a guest guard', () => {
    const project = fakeProject({ routes: [{ path: 'login', guards: [guest, guard('termsGuard', 'login')] }, 'tabs'] });
    expect(guestGuards(project, 'login')).toMatchObject([{ text: 'guestGuard', leadsTo: 'tabs' }]);
    expect(guestGuards(project, 'tabs')).toEqual([]);
  });

  test('a guard of ours says nothing of the app', () => {
    const ours: GuardFact = {
      ...guard('identityGuard', 'unlock'),
      at: { path: 'src/app/identity/identity.guard.ts', line: 9 },
    };
    const routes: Facts['routes'] = [
      'login',
      'unlock',
      { path: 'home', guards: [ours] },
      { path: 'about', guards: [ours] },
    ];
    const project = fakeProject({ routes, configText: '{ "codeDir": "src/app/identity", "unlockPath": "unlock" }' });
    expect(findGuardedRoutes({ project, given: {} }).value).toEqual(['home']);
  });
});

test('access: what is below a guarded route is guarded, what was not read is said', () => {
  const routes: Facts['routes'] = [
    ['', 'tabs'],
    'login',
    { path: 'tabs', children: ['', 'map', { path: 'list', isLazy: true }] },
    { path: 'shop', isLazy: true },
    '**',
  ];
  const project = fakeProject({ routes });
  expect(accessOf(project, { guardedRoutes: ['tabs'], loginPath: 'login' })).toEqual({
    guarded: ['tabs', 'tabs/map', 'tabs/list/**'],
    open: ['login', 'shop/**'],
  });
});

test('access: a route behind one that takes every path is none', () => {
  const project = fakeProject({ routes: ['login', 'home', ['**', ''], 'home', 'admin'] });
  expect(accessOf(project, { guardedRoutes: ['home'], loginPath: 'login' })).toEqual({
    guarded: ['home'],
    open: ['login'],
  });
});
