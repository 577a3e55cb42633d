import { describe, expect, test } from 'vitest';
import type { AngularProject } from '../../../src/frameworks/angular/angular-facts.ts';
import { followUps } from '../../../src/frameworks/angular/follow-ups.ts';
import type { AngularOptions } from '../../../src/frameworks/angular/angular-options.ts';
import type { FollowUp } from '../../../src/model/follow-up.ts';
import type { RouteFact } from '../../../src/model/facts.ts';
import { fakeProject } from '../../support/fake-project.ts';
import { fakeOptions } from '../../support/stages.ts';

const pagePath = 'src/app/login/login.page.ts';
const servicePath = 'src/app/services/auth.service.ts';

const component = (body: string, template = '<form (ngSubmit)="submit()"></form>', imports = '') =>
  `import { Component } from '@angular/core';
import { AuthService } from '../services/auth.service';
${imports}
@Component({ template: \`${template}\` })
export class LoginPage {
${body}
}
`;

const service = (body: string) =>
  `import { Injectable } from '@angular/core';

@Injectable({ providedIn: 'root' })
export class AuthService {
${body}
}
`;

interface App {
  readonly page: string;
  readonly auth?: string;
  readonly files?: Readonly<Record<string, string>>;
  readonly options?: Partial<AngularOptions>;
  readonly guards?: RouteFact['guards'];
  /** Those of the sign-in page. */
  readonly guests?: RouteFact['guards'];
  readonly more?: readonly Pick<RouteFact, 'path' | 'page'>[];
}

function stepsOf({ page, auth = service('  logout(): void {}'), files, options, ...app }: App): FollowUp[] {
  const { guards = [], guests = [], more = [] } = app;
  const login = { path: 'login', page: { path: pagePath, name: 'LoginPage' }, guards: guests };
  const project = fakeProject({
    routes: [['', 'tabs'], login, { path: 'tabs', guards }, ...more],
    files: { [pagePath]: page, [servicePath]: auth, ...files },
  }) as AngularProject;
  return followUps(project, fakeOptions({ loginPage: 'existing', loginPath: 'login', ...options }, project));
}

function step(app: App, id: string): FollowUp {
  const found = stepsOf(app).find((one) => one.id === id);
  if (found === undefined) throw new Error(`There is no step ${id}.`);
  return found;
}

const lineOf = (text: string, part: string): number => text.split('\n').findIndex((line) => line.includes(part)) + 1;

const held = '  constructor(private readonly auth: AuthService) {}\n';

describe('the step of the page that signs in', () => {
  test('an answer that is waited for: the call with what is read from it', () => {
    const page = component(
      `${held}  async submit() {
    const answer = await this.auth.login(this.form.value);
    localStorage.setItem('token', answer.access_token);
    this.welcome(answer.user.email);
  }`,
    );
    expect(step({ page }, 'sign-in')).toMatchObject({
      path: pagePath,
      line: lineOf(page, 'async submit'),
      lines: [
        "import { inject } from '@angular/core';",
        "import { IdentityService } from '../identity/identity.service';",
        '// in the class LoginPage:',
        'private readonly identity = inject(IdentityService);',
        '// in submit(), as soon as the user is signed in, before another page is shown:',
        'await this.identity.login({',
        '  username: answer.user.email,',
        '  token: answer.access_token,',
        '});',
      ],
    });
  });

  test('tokens that are renewed: what that needs, as it is read from the answer', () => {
    const page = component(
      `${held}  async submit() {\n    const answer = await this.auth.login();\n    this.keep(answer.token, answer.expires_in);\n  }`,
    );
    const options = { expiryField: 'expires_in', refreshUrl: '/refresh' };
    expect(step({ page, options }, 'sign-in').lines).toEqual(
      expect.arrayContaining([
        '  token: answer.token,',
        '  expiresIn: answer.expires_in,',
        "  refreshToken: '', // put here what your server answered",
      ]),
    );
  });

  test('an answer nobody looks at: values to replace, which compile, and who has it', () => {
    const page = component(`${held}  async submit() {\n    await this.auth.login();\n  }`);
    const auth = service('  async login() {}\n  logout() {}');
    const { lines } = step({ page, auth, options: { session: [{ name: 'roles', type: 'string[]' }] } }, 'sign-in');
    expect(lines).toEqual(
      expect.arrayContaining([
        `// AuthService.login() in ${servicePath}:5 has the answer: the call may stand there as well`,
        "  username: '', // put here what your server answered",
        '  roles: [], // put here what your server answered',
      ]),
    );
  });

  test.each([
    {
      case: 'an observable',
      code: 'this.auth.login().subscribe((reply) => this.done(reply.token));',
      lines: [
        '// in submit(), between login(…) and .subscribe(…):',
        '.pipe(',
        '  switchMap(async (reply) => {',
        '    await this.identity.login({',
        "      username: '', // put here what your server answered",
        '      token: reply.token,',
        '    });',
        '    return reply;',
        '  }),',
        ')',
      ],
    },
    {
      case: 'an observable with operators, and an observer',
      code: 'this.auth.login().pipe(first()).subscribe({ next: ({ token }) => this.done(token), error: console.error });',
      lines: [
        '// in submit(), last in .pipe(…), before .subscribe(…):',
        'switchMap(async (answer) => {',
        '  await this.identity.login({',
        "    username: '', // put here what your server answered",
        "    token: '', // put here what your server answered",
        '  });',
        '  return answer;',
        '}),',
      ],
    },
    {
      case: 'a promise',
      code: 'this.auth.login().then((user) => this.router.navigate([user.userName]));',
      lines: [
        '// in submit(), right behind login(…):',
        '.then(',
        '  async (user) => {',
        '    await this.identity.login({',
        '      username: user.userName,',
        "      token: '', // put here what your server answered",
        '    });',
        '    return user;',
        '  },',
        ')',
      ],
    },
  ])('$case: the vault has the session before whoever waits goes on', ({ code, lines: expected }) => {
    const page = component(`${held}  submit() {\n    ${code}\n  }`);
    const { lines } = step({ page }, 'sign-in');
    expect(lines.slice(lines.indexOf(expected[0] ?? ''))).toEqual(expected);
  });

  test('a service that is only told to sign in is where the session is known', () => {
    const page = component(`${held}  submit() {\n    this.auth.signIn();\n  }`);
    const auth = service(
      '  signIn() {\n    this.http.post("/x", 1).subscribe((r) => (this.token = r.token));\n  }\n  signOut() {}',
    );
    const { path, line, lines } = step({ page, auth }, 'sign-in');
    expect({ path, line }).toEqual({ path: servicePath, line: lineOf(auth, 'signIn()') });
    expect(lines).toContain('import { IdentityService } from "../identity/identity.service";'.replaceAll('"', "'"));
    expect(lines).toContain('      token: r.token,');
  });

  test('an action: the effect that answers it', () => {
    const page = component(
      '  private readonly store = inject(Store);\n  submit() {\n    this.store.dispatch(login());\n  }',
      undefined,
      "import { inject } from '@angular/core';\nimport { login } from '../state/auth.actions';",
    );
    const effects = `import { inject } from '@angular/core';
export class AuthEffects {
  login$ = createEffect(() => inject(Actions).pipe(ofType(login), switchMap(() => this.api.login())));
}
`;
    const files = {
      'src/app/state/auth.actions.ts': 'export const login = 1;',
      'src/app/state/auth.effects.ts': effects,
    };
    const { path, line, files: counted } = step({ page, files }, 'sign-in');
    expect({ path, line }).toEqual({ path: 'src/app/state/auth.effects.ts', line: 3 });
    expect(counted).toEqual(expect.arrayContaining([pagePath, servicePath, 'src/app/state/auth.effects.ts']));
  });

  test.each([
    {
      case: 'a button',
      template: '<ion-button (click)="enter()">',
      code: 'async enter() { await this.auth.login(); }',
      at: 'enter',
    },
    {
      case: 'another language',
      template: '<a (click)="anmelden()">',
      code: 'async anmelden() { await this.x(); }',
      at: 'anmelden',
    },
    {
      case: 'a field that is a function',
      template: '',
      code: 'readonly onLogin = async () => { await this.x(); };',
      at: 'onLogin',
    },
    {
      case: 'not what resets a password',
      template: '<form (ngSubmit)="resetPassword()"></form><form (ngSubmit)="save()"></form>',
      code: 'resetPassword() {}\n  async save() { await this.x(); }',
      at: 'save',
    },
    { case: 'nothing of the kind: the class', template: '', code: 'ping() {}', at: 'class LoginPage' },
  ])('is found by $case', ({ template, code, at }) => {
    const page = component(`${held}  ${code}`, template);
    expect(step({ page }, 'sign-in').line).toBe(
      page.split('\n').findIndex((line) => new RegExp(`^(export|  (async |readonly )?)\\s?${at}\\b`).test(line)) + 1,
    );
  });

  test.each([
    { code: 'login() { this.go(); }', says: '// make login() async;' },
    { code: 'login(): void { this.go(); }', says: '// make login() async, and its return type Promise<void>;' },
    { code: 'login(): Promise<void> { return this.go(); }', says: '// make login() async;' },
    { code: 'async login() { this.go(); }', says: undefined },
    { code: 'login() { this.auth.login().subscribe(() => this.go()); }', says: undefined },
  ])('says where the call is to be awaited and nothing is yet: $code', ({ code, says }) => {
    const { lines } = step({ page: component(`${held}  ${code}`) }, 'sign-in');
    expect(lines.find((line) => line.startsWith('// make'))).toBe(says);
  });

  test('what is there already is not asked for again, and a name in use is left alone', () => {
    const having = component(
      '  private readonly vault = inject(IdentityService);\n  async submit() { await this.x(); }',
      undefined,
      "import { inject } from '@angular/core';\nimport { IdentityService } from '../identity/identity.service';",
    );
    const { lines } = step({ page: having }, 'sign-in');
    expect(lines.join('\n')).not.toMatch(/import|private readonly/);
    expect(lines).toContain('await this.vault.login({');
    const taken = component('  identity = 1;\n  async submit() { await this.x(); }');
    expect(step({ page: taken }, 'sign-in').lines).toContain(
      'private readonly identityVault = inject(IdentityService);',
    );
  });
});

describe('the step where the app signs out', () => {
  const page = component(`${held}  async submit() { await this.auth.login(); }`);

  test('a method that waits, and one that does not', () => {
    const waits = service('  async logout() {}');
    expect(step({ page, auth: waits }, 'sign-out')).toMatchObject({ path: servicePath, line: 5 });
    expect(step({ page, auth: waits }, 'sign-out').lines.slice(-2)).toEqual([
      '// in logout(), first:',
      'await this.identity.logout();',
    ]);
    const goes = service('  signOut(): void {}');
    expect(step({ page, auth: goes }, 'sign-out').lines.at(-1)).toBe('void this.identity.logout();');
  });

  test('of the class that the guard asks, before others', () => {
    const path = 'src/app/session.ts';
    const files = { [path]: 'export class Session {\n  logOut() {}\n}\n' };
    const asks = [{ name: 'Session', path }];
    const guards = [{ text: 'g', id: 'g', when: 'canActivate', sendsTo: ['login'], asks }] as const;
    expect(step({ page, files, guards }, 'sign-out')).toMatchObject({ path, line: 2 });
  });

  test('none where the app has no such method', () => {
    expect(stepsOf({ page, auth: service('  isLoggedOut() {}') }).map(({ id }) => id)).not.toContain('sign-out');
  });
});

describe('the step of the hook', () => {
  const page = component('  async submit() { await this.auth.login(); }');
  const nothing = service('  isSignedIn() {}');
  const at = { path: 'src/app/app.routes.ts', line: 7 };
  const guard = { text: 'authGuard', id: 'a', at, when: 'canActivate', sendsTo: ['login'] } as const;

  test('without a method that signs out: removes the keys that the guards read', () => {
    const reads = [
      { store: 'localStorage', key: "it's" },
      { store: 'Preferences', key: 'user' },
    ] as const;
    expect(step({ page, auth: nothing, guards: [{ ...guard, reads }] }, 'signed-out').lines).toEqual([
      "import { Preferences } from '@capacitor/preferences';",
      '// in onSignedOut():',
      String.raw`localStorage.removeItem('it\'s');`,
      "await Preferences.remove({ key: 'user' });",
    ]);
  });

  test('not the keys of a guard of something else', () => {
    const reads = [{ store: 'localStorage', key: 't' }] as const;
    const seen = [{ store: 'localStorage', key: 'intro-seen' }] as const;
    const guards = [
      { ...guard, id: 'i', sendsTo: ['intro'], reads: seen },
      { ...guard, reads },
    ];
    const { lines } = step({ page, auth: nothing, guards }, 'signed-out');
    expect(lines).toEqual(['// in onSignedOut():', "localStorage.removeItem('t');"]);
  });

  test('with a page that signs out: what that removes, too', () => {
    const path = 'src/app/tabs.page.ts';
    const tabs = `@Component({})\nexport class TabsPage {\n  signOut() { localStorage.removeItem('t'); this.done(); }\n}\n`;
    const more = [{ path: 'more', page: { path, name: 'TabsPage' } }];
    const { lines } = step({ page, auth: nothing, files: { [path]: tabs }, more }, 'signed-out');
    expect(lines).toEqual([
      `// in onSignedOut(): and what else TabsPage.signOut() in ${path} does`,
      "localStorage.removeItem('t');",
    ]);
  });

  test('a guard without a name is told by its place', () => {
    const guards = [{ ...guard, text: "() => check() || inject(Router).createUrlTree(['/login'])" }];
    const { lines } = step({ page, auth: nothing, guards }, 'signed-out');
    expect(lines[0]).toContain('so that the guard in src/app/app.routes.ts:7 lets nobody in');
  });

  test('where nothing of it can be read: says which guards have to refuse', () => {
    const { lines } = step({ page, auth: nothing, guards: [guard] }, 'signed-out');
    expect(lines[0]).toContain('authGuard in src/app/app.routes.ts:7 lets nobody in');
  });

  test('names the guard that sends people away from the sign-in page', () => {
    const guest = { text: 'guestGuard', id: 'g', at, when: 'canActivate', sendsTo: ['tabs'] } as const;
    const { reason } = step({ page, guards: [guard], guests: [guest] }, 'signed-out');
    expect(reason).toContain('Otherwise guestGuard in src/app/app.routes.ts:7 sends people away from "login" again.');
  });
});

test('an app whose sign-in page is generated has nothing of its own to change', () => {
  expect(stepsOf({ page: component(''), options: { loginPage: 'generate' } })).toEqual([]);
});
