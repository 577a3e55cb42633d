import { describe, expect, test } from 'vitest';
import type { GuardFact } from '../../src/model/facts.ts';
import { offerRoutes } from '../../src/options/found/offered-routes.ts';
import { offerSignIns } from '../../src/options/found/offered-sign-ins.ts';
import type { OfferedAnswer } from '../../src/options/offer.ts';
import { fakeProject, type Facts } from '../support/fake-project.ts';

function guard(text: string, ...sendsTo: string[]): GuardFact {
  return { text, id: text, when: 'canActivate', sendsTo };
}

const unknown = { path: 'src/app/app.routes.ts', line: 4, reason: 'it is computed' };
const fromLogin = { loginPage: 'existing', loginPath: 'login', unlockPath: 'unlock' } as const;

describe('pages to sign in on', () => {
  function answers(facts: Facts, options: Parameters<typeof offerSignIns>[0] = fromLogin): readonly OfferedAnswer[] {
    return offerSignIns(options, fakeProject(facts)).answers;
  }
  const names = (...given: Parameters<typeof answers>): string[] => answers(...given).map(({ name }) => name);

  test('those that were found come first, then the generated one, then all others', () => {
    const routes: Facts['routes'] = [
      ['', 'home'],
      'home',
      'folder/:id',
      'anmelden',
      'login',
      { path: 'orders', guards: [guard('authGuard', 'login')] },
      '**',
    ];
    expect(names({ routes })).toEqual(['login', 'anmelden', 'Generate a new login page', 'home', 'orders']);
  });

  test('what says so stands beside them, with the file', () => {
    const page = { path: 'src/app/login.page.ts', name: 'LoginPage' };
    const routes: Facts['routes'] = [
      { path: 'login', page },
      { path: 'home', guards: [guard('authGuard', 'login')] },
    ];
    expect(answers({ routes })[0]).toEqual({
      name: 'login',
      description: 'Guards of the app send users there. src/app/login.page.ts.',
      gives: { loginPage: 'existing', loginPath: 'login' },
    });
  });

  test('a parent that shows nothing of its own is no page; the start of the app is one', () => {
    const routes: Facts['routes'] = ['', { path: 'tabs', children: ['one'] }, { path: 'shop', children: ['', 'cart'] }];
    expect(names({ routes })).toEqual([
      ...['Generate a new login page', 'Another page of the app', '(the start page)', 'tabs/one', 'shop', 'shop/cart'],
    ]);
  });

  test('where something was not read, the path can be typed', () => {
    const another = 'Another page of the app';
    expect(names({ routes: ['login'] })).not.toContain(another);
    expect(names({ routes: ['login', { path: 'shop', isLazy: true }] })).toContain(another);
    expect(names({ routes: ['login'], unknownPaths: [unknown] })).toContain(another);
    expect(names({ lost: true })).toEqual(['Generate a new login page', another]);
    const { hint } = offerSignIns(fromLogin, fakeProject({ unknownPaths: [unknown, unknown] }));
    expect(hint).toContain('2 routes are not listed: their paths could not be computed (src/app/app.routes.ts:4');
  });

  test('a page in use that is not among them keeps its path', () => {
    const typed = answers({ lost: true }, { ...fromLogin, loginPath: 'a/b' }).map((answer) => answer.typed?.current);
    expect(typed).toEqual(['login', 'a/b']);
  });

  test('the generated page gets a path that is free, or keeps the one it has', () => {
    const path = (...given: Parameters<typeof answers>): string | undefined =>
      answers(...given).find(({ name }) => name.startsWith('Generate'))?.typed?.current;
    expect(path({ routes: ['enter', 'home'] })).toBe('login');
    expect(path({ routes: ['login', 'home'] })).toBe('sign-in');
    expect(path({ routes: ['home'] }, { ...fromLogin, loginPage: 'generate', loginPath: 'door' })).toBe('door');
  });
});

describe('routes to guard', () => {
  const options = { loginPath: 'login', guardedRoutes: ['tabs'] };
  const items = (facts: Facts, some = options) => offerRoutes(some, fakeProject(facts))?.items;

  test('pages for strangers and what is around the sign-in are not offered; what is selected comes first', () => {
    const routes: Facts['routes'] = [
      ['', 'tabs'],
      ...['login', 'register', 'registro', 'sign-up', 'anmelden', 'forgot-password', 'welcome', 'folder/:id'],
      { path: 'area', children: ['login', 'about'] },
      ...['tabs', '**'],
    ];
    expect(items({ routes }, { ...options, loginPath: 'area/login' })?.map(({ value }) => value)).toEqual([
      ...['tabs', 'welcome', 'folder/:id', 'area/about'],
    ]);
  });

  test('pages below others are offered, too, and who guards them is said', () => {
    const routes: Facts['routes'] = [
      { path: 'tabs', children: ['', { path: 'cart', guards: [guard('authGuard', 'login')] }] },
      { path: 'shop', isLazy: true },
    ];
    expect(items({ routes })).toEqual([
      { value: 'tabs', name: 'tabs and all below' },
      { value: 'tabs/cart', name: 'tabs/cart', description: 'The app guards it: authGuard.' },
      { value: 'shop', name: 'shop and all below' },
    ]);
  });

  test('what is selected is always among them, whatever its name', () => {
    expect(items({ routes: ['verify', 'home'] }, { ...options, guardedRoutes: ['verify'] })).toMatchObject([
      { value: 'verify' },
      { value: 'home' },
    ]);
  });

  test('where the routes are not known, they are typed', () => {
    expect(items({ lost: true })).toBeUndefined();
  });
});
