import { describe, expect, test } from 'vitest';
import type { GuardFact } from '../../src/model/facts.ts';
import { findLoginPath } from '../../src/options/found/sign-in.ts';
import type { DefaultContext } from '../../src/options/option.ts';
import { fakeProject, type Facts } from '../support/fake-project.ts';

function guard(text: string, ...sendsTo: string[]): GuardFact {
  return { text, id: text, when: 'canActivate', sendsTo };
}

const unknown = { path: 'src/app/app.routes.ts', line: 4, reason: 'it is computed' };

interface Row extends Pick<Facts, 'routes' | 'unknownPaths' | 'lost' | 'configText'> {
  readonly case: string;
  readonly given?: DefaultContext['given'];
}

const sure: readonly Row[] = [
  { case: 'an app that has no such page', routes: [['', 'home'], 'home'] },
  { case: 'one page that guards send to', routes: ['login', { path: 'home', guards: [guard('authGuard', 'login')] }] },
  {
    case: 'a page with a foreign name that an auth guard sends to, beside paths that are unknown',
    routes: ['connexion', { path: 'home', guards: [guard('authGuard', 'connexion')] }],
    unknownPaths: [unknown],
  },
  {
    case: 'guards of other kinds that send elsewhere',
    routes: [
      ...['login', 'forbidden', 'plans'],
      { path: 'home', guards: [guard('authGuard', 'login'), guard('role', 'forbidden'), guard('paid', 'plans')] },
    ],
  },
  {
    case: 'a page that guards send to, beside one that is only called so',
    routes: ['login', 'login-help', { path: 'home', guards: [guard('authGuard', 'login')] }],
  },
  { case: 'a page that is to be generated', routes: ['login', 'home'], given: { loginPage: 'generate' } },
  {
    case: 'the page of an earlier run',
    routes: ['login', 'unlock', 'home'],
    configText: '{ "loginPage": "generate", "loginPath": "login", "unlockPath": "unlock" }',
  },
];

const guessed: readonly Row[] = [
  { case: 'found by its name alone', routes: ['login', 'home'] },
  {
    case: 'found by the name of its class',
    routes: ['home', { path: 'door', page: { path: 'src/app/door.page.ts', name: 'LoginPage' } }],
  },
  { case: 'several names', routes: ['login', 'sign-in', 'home'] },
  {
    case: 'two pages that auth guards send to',
    routes: [
      ...['login', 'staff-login'],
      { path: 'home', guards: [guard('authGuard', 'login')] },
      { path: 'staff', guards: [guard('staffAuthGuard', 'staff-login')] },
    ],
  },
  {
    case: 'a welcome page that guards send to, beside a sign-in',
    routes: ['welcome', 'login', { path: 'home', guards: [guard('authGuard', 'welcome')] }],
  },
  {
    case: 'a guard and a page whose names say nothing',
    routes: ['ovi', { path: 'koti', guards: [guard('sisalla', 'ovi')] }],
  },
  { case: 'paths that are unknown', routes: ['home'], unknownPaths: [unknown] },
  { case: 'routes that are unknown', lost: true },
  { case: 'pages for signing in that were not read', routes: ['home', { path: 'auth', isLazy: true }] },
  {
    case: 'a page that guards send to and that was not read',
    routes: [
      { path: 'door', isLazy: true },
      { path: 'home', guards: [guard('authGuard', 'door/open')] },
    ],
  },
  { case: 'which of the app’s own, where one is wanted', routes: ['login', 'home'], given: { loginPage: 'existing' } },
];

describe('where users sign in', () => {
  test.each(sure)('is sure: $case', ({ given = {}, ...facts }) => {
    expect(findLoginPath({ project: fakeProject(facts), given }).isGuess ?? false).toBe(false);
  });

  test.each(guessed)('is a guess: $case', ({ given = {}, ...facts }) => {
    expect(findLoginPath({ project: fakeProject(facts), given }).isGuess).toBe(true);
  });
});
