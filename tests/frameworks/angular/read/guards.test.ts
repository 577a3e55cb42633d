import { describe, expect, test } from 'vitest';
import { Node } from 'ts-morph';
import { modulesOf, type Modules } from '../../../../src/code/modules.ts';
import { routeReader } from '../../../../src/frameworks/angular/read/route-facts.ts';
import { findWiring } from '../../../../src/frameworks/angular/read/find-wiring.ts';
import type { GuardFact } from '../../../../src/model/facts.ts';

type Files = Readonly<Record<string, string>>;

const main = `import { bootstrapApplication } from '@angular/platform-browser';
import { provideRouter } from '@angular/router';
import { routes } from './app/app.routes';
bootstrapApplication(App, { providers: [provideRouter(routes)] });
`;

/** The guards of each route of an app whose routes file holds this; other files stand beside it. */
function guardsOf(file: string, files: Files = {}): GuardFact[][] {
  const beside = Object.entries(files).map(([name, text]) => [`src/app/${name}`, text] as const);
  const all: Files = { 'src/main.ts': main, 'src/app/app.routes.ts': file, ...Object.fromEntries(beside) };
  const found = findWiring({ read: (path) => all[path], list: () => [] }, 'src/main.ts');
  return found.routes.map(({ guards }) => [...guards]);
}

/** Where the only guard of the only route sends people. */
function sentTo(route: string, code: string, files: Files = {}): readonly string[] | undefined {
  const [guards = []] = guardsOf(`${code}\nexport const routes = [{ path: 'home', ${route} }];`, files);
  expect(guards).toHaveLength(1);
  return guards[0]?.sendsTo;
}

const service = `export class AuthService {
  private readonly router = inject(Router);
  readonly loginPath = '/anmelden';
  check() { return this.isIn() || this.toLogin(); }
  private toLogin() { return this.router.createUrlTree(['/anmelden']); }
  logout() { this.other.leave(); }
  private readonly other = inject(OtherService);
}
export class OtherService { leave() { inject(Router).navigate(['/elsewhere']); } }`;
const base = `export abstract class BaseGuard {
  constructor(protected router: Router) {}
  protected abstract readonly target: string;
  canActivate() { return this.router.createUrlTree([this.target]); }
}`;

describe('a guard sends to', () => {
  const on = 'canActivate: [guard]';
  const fn = (body: string): string => `const guard: CanActivateFn = ${body};`;
  const cases: [string, string, string, string[], Files?][] = [
    [
      'createUrlTree (F1)',
      on,
      fn(`() => !!localStorage.getItem('t') || inject(Router).createUrlTree(['/login'])`),
      ['login'],
    ],
    ['parseUrl', on, fn(`() => inject(Router).parseUrl('/login')`), ['login']],
    ['parseUrl with a query', on, fn('(r, s) => inject(Router).parseUrl(`/login?to=${s.url}`)'), ['login']],
    [
      'RedirectCommand',
      on,
      fn(`() => new RedirectCommand(inject(Router).parseUrl('/login'), { skipLocationChange: true })`),
      ['login'],
    ],
    [
      'RedirectCommand of a name',
      on,
      fn(`() => { const tree = inject(Router).parseUrl('/login'); return new RedirectCommand(tree); }`),
      ['login'],
    ],
    [
      'navigate and false',
      on,
      fn(`() => { inject(Router).navigate(['login'], { queryParams: {} }); return false; }`),
      ['login'],
    ],
    ['navigateByUrl', on, fn(`() => { inject(Router).navigateByUrl('/connexion'); return false; }`), ['connexion']],
    [
      'navigateRoot of Ionic (F5)',
      on,
      fn(`() => { inject(NavController).navigateRoot('/accedi'); return false; }`),
      ['accedi'],
    ],
    [
      'navigateForward and navigateBack',
      on,
      fn(`() => { nav.navigateForward(['/a']); nav.navigateBack('/b'); return false; }`),
      ['a', 'b'],
    ],
    ['several segments', on, fn(`() => inject(Router).createUrlTree(['/auth', 'sign-in'])`), ['auth/sign-in']],
    [
      'segments and matrix parameters',
      on,
      fn(`() => inject(Router).createUrlTree(['/auth', { from: 'x' }])`),
      ['auth'],
    ],
    [
      'a path of an enum (F3)',
      on,
      `enum P { Login = 'login' } ${fn('() => inject(Router).createUrlTree([P.Login])')}`,
      ['login'],
    ],
    [
      'a list in a constant',
      on,
      `const LOGIN = ['/login'] as const; ${fn('() => inject(Router).createUrlTree(LOGIN)')}`,
      ['login'],
    ],
    [
      'a list with a spread',
      on,
      `const AUTH = ['/auth']; ${fn(`() => inject(Router).createUrlTree([...AUTH, 'in'])`)}`,
      ['auth/in'],
    ],
    [
      'a template of constants',
      on,
      "const B = 'auth'; " + fn('() => inject(Router).parseUrl(`/${B}/in`)'),
      ['auth/in'],
    ],
    [
      'both branches, in order',
      on,
      fn(`() => ok() ? inject(Router).parseUrl('/verify') : inject(Router).parseUrl('/login')`),
      ['verify', 'login'],
    ],
    [
      'both paths of a choice',
      on,
      fn(`() => inject(Router).parseUrl(isNew ? '/welcome' : '/login')`),
      ['welcome', 'login'],
    ],
    [
      'a choice in a variable',
      on,
      fn(`() => { const to = isNew ? '/welcome' : '/login'; return inject(Router).parseUrl(to); }`),
      ['welcome', 'login'],
    ],
    [
      'a variable that is given another path',
      on,
      fn(`() => { let to = '/login'; if (x) to = '/blocked'; return inject(Router).parseUrl(to); }`),
      ['login', 'blocked'],
    ],
    ['a fallback', on, fn(`(route) => inject(Router).parseUrl(route.data['to'] ?? '/login')`), ['login']],
    [
      'a callback of map',
      on,
      fn(`() => user$.pipe(take(1), map((u) => u ? true : inject(Router).createUrlTree(['/login'])))`),
      ['login'],
    ],
    ['a callback of tap', on, fn(`() => user$.pipe(tap((u) => { if (!u) router.navigate(['/login']); }))`), ['login']],
    [
      'switchMap and catchError',
      on,
      fn(`() => a$.pipe(switchMap(() => of(r.parseUrl('/a'))), catchError(() => of(r.parseUrl('/b'))))`),
      ['a', 'b'],
    ],
    ['then', on, fn(`() => auth.ready().then((ok) => ok || inject(Router).createUrlTree(['/login']))`), ['login']],
    [
      'an async function',
      on,
      fn(`async () => { if (await auth.isIn()) return true; return inject(Router).createUrlTree(['/login']); }`),
      ['login'],
    ],
    [
      'a callback by its name',
      on,
      `const toLogin = (ok) => ok || router.parseUrl('/login'); ${fn('() => user$.pipe(map(toLogin))')}`,
      ['login'],
    ],
    [
      'a helper function',
      on,
      `function toLogin() { return inject(Router).parseUrl('/login'); } ${fn('() => isIn() || toLogin()')}`,
      ['login'],
    ],
    [
      'a helper that is given the path',
      on,
      `const go = (r, to) => r.parseUrl(to); ${fn(`() => isIn() || go(router, '/login')`)}`,
      ['login'],
    ],
    [
      'a helper that is called twice',
      on,
      `const go = (to) => r.parseUrl(to); ${fn(`() => x ? go('/a') : go('/b')`)}`,
      ['a', 'b'],
    ],
    [
      'a helper in another file',
      on,
      `import { toLogin } from './help'; ${fn('() => toLogin()')}`,
      ['login'],
      { 'help.ts': `export const toLogin = () => inject(Router).parseUrl('/login');` },
    ],
    [
      'a service that it asks',
      on,
      `import { AuthService } from './auth'; ${fn('() => inject(AuthService).check()')}`,
      ['anmelden'],
      { 'auth.ts': service },
    ],
    [
      'a service in a variable',
      on,
      `import { AuthService } from './auth'; ${fn('() => { const auth = inject(AuthService); return auth.check(); }')}`,
      ['anmelden'],
      { 'auth.ts': service },
    ],
    [
      'a service as a default',
      on,
      `import { AuthService } from './auth'; ${fn('(r, s, auth = inject(AuthService)) => auth.check()')}`,
      ['anmelden'],
      { 'auth.ts': service },
    ],
    [
      'nothing of a service behind a service',
      on,
      `import { AuthService } from './auth'; ${fn('() => { inject(AuthService).logout(); return false; }')}`,
      [],
      { 'auth.ts': service },
    ],
    [
      'a path of a service',
      on,
      `import { AuthService } from './auth'; ${fn('() => { const a = inject(AuthService); return r.parseUrl(a.loginPath); }')}`,
      ['anmelden'],
      { 'auth.ts': service },
    ],
    ['a function declaration', on, `function guard() { return inject(Router).parseUrl('/login'); }`, ['login']],
    ['a guard in the route', `canMatch: [() => inject(Router).createUrlTree(['/login'])]`, '', ['login']],
    [
      'a class',
      'canActivate: [Guard]',
      `class Guard { constructor(private router: Router) {} canActivate() { this.router.navigate(['/login']); return false; } }`,
      ['login'],
    ],
    [
      'a class with a method of its own',
      'canActivate: [Guard]',
      `class Guard { canActivate() { return this.check(); } private check() { return this.router.parseUrl('/login'); } }`,
      ['login'],
    ],
    [
      'a class with a field as path',
      'canLoad: [Guard]',
      `class Guard { private readonly to = '/login'; canLoad = () => this.router.parseUrl(this.to); }`,
      ['login'],
    ],
    [
      'a class with a tree as field',
      'canActivate: [Guard]',
      `class Guard { private tree = this.router.parseUrl('/login'); canActivate() { return ok || this.tree; } }`,
      ['login'],
    ],
    [
      'the method that the route asks for',
      'canActivateChild: [Guard]',
      `class Guard { canActivate() { return r.parseUrl('/a'); } canActivateChild() { return r.parseUrl('/b'); } }`,
      ['b'],
    ],
    [
      'a service of a class',
      'canActivate: [Guard]',
      `import { AuthService } from './auth'; class Guard { constructor(private auth: AuthService) {} canActivate() { return this.auth.check(); } }`,
      ['anmelden'],
      { 'auth.ts': service },
    ],
    [
      'a base class',
      'canActivate: [Guard]',
      `import { BaseGuard } from './base'; class Guard extends BaseGuard { protected readonly target = '/login'; }`,
      ['login'],
      { 'base.ts': base },
    ],
    [
      'the method of super',
      'canActivate: [Guard]',
      `class Base { canActivate() { return r.parseUrl('/login'); } } class Guard extends Base { canActivate() { return super.canActivate(); } }`,
      ['login'],
    ],
    [
      'mapToCanActivate',
      'canActivate: mapToCanActivate([Guard])',
      `class Guard { canActivate() { return r.parseUrl('/login'); } }`,
      ['login'],
    ],
    [
      'a class behind a function',
      on,
      `class Guard { canActivate() { return r.parseUrl('/login'); } } ${fn('() => inject(Guard).canActivate()')}`,
      ['login'],
    ],
    [
      'a factory',
      `canActivate: [role('admin')]`,
      `const role = (r: string) => () => has(r) || inject(Router).parseUrl('/login');`,
      ['login'],
    ],
    [
      'a factory that is given the path',
      `canActivate: [orGo('/login')]`,
      `function orGo(to: string): CanActivateFn { return () => ok || inject(Router).createUrlTree([to]); }`,
      ['login'],
    ],
    [
      'a factory in a constant',
      on,
      `const make = (to: string) => () => r.parseUrl(to); const guard = make('/login');`,
      ['login'],
    ],
    [
      'a wrapped guard',
      'canActivate: [logged(inner)]',
      `const logged = (g) => (...a) => { log(); return g(...a); }; const inner = () => r.parseUrl('/login');`,
      ['login'],
    ],
    [
      'a guard that a package wraps',
      'canActivate: [wrap(inner)]',
      `import { wrap } from 'wraps'; const inner = () => r.parseUrl('/login');`,
      ['login'],
    ],
    [
      'a member of an object',
      'canActivate: [Guards.auth]',
      `const Guards = { auth: () => r.parseUrl('/login') };`,
      ['login'],
    ],
    [
      'a static member',
      'canActivate: [Guards.auth]',
      `class Guards { static auth() { return r.parseUrl('/login'); } }`,
      ['login'],
    ],
    [
      'a guard behind a barrel',
      on,
      `import { guard } from './guards';`,
      ['login'],
      {
        'guards/index.ts': `export * from './auth.guard';`,
        'guards/auth.guard.ts': `export const guard = () => r.parseUrl('/login');`,
      },
    ],
    ['a list of guards', 'canActivate: GUARDS', `const a = () => r.parseUrl('/login'); const GUARDS = [a];`, ['login']],
    [
      'a spread list',
      'canActivate: [...GUARDS]',
      `const a = () => r.parseUrl('/login'); const GUARDS = [a] as const;`,
      ['login'],
    ],
    [
      'a spread object',
      '...guarded',
      `const a = () => r.parseUrl('/login'); const guarded = { canActivate: [a] };`,
      ['login'],
    ],
    [
      'the pipe of AngularFire (F6c)',
      '...canActivate(toLogin)',
      `import { canActivate, redirectUnauthorizedTo } from '@angular/fire/auth-guard'; const toLogin = () => redirectUnauthorizedTo(['login']);`,
      ['login'],
    ],
    [
      'a pipe of its own',
      '...canActivate(own)',
      `import { canActivate } from '@angular/fire/compat/auth-guard'; const own = () => map((u) => (u ? true : ['auth', 'login']));`,
      ['auth/login'],
    ],
    [
      'the pipe in the data',
      'canActivate: [AuthGuard], data: { authGuardPipe: toHome }',
      `import { AuthGuard, redirectLoggedInTo } from '@angular/fire/auth-guard'; const toHome = () => redirectLoggedInTo(['home']);`,
      ['home'],
    ],
    ['location', on, fn(`() => { window.location.href = '/login'; return false; }`), ['login']],
    ['the start page', on, fn(`() => inject(Router).parseUrl('/')`), ['']],
    ['no other site', on, fn(`() => { window.location.href = 'https://sso.example.com'; return false; }`), []],
    [
      'the start page, where the sign-in is',
      on,
      `const ENTRY = '/'; ${fn('async () => (await ok()) || inject(Router).createUrlTree([ENTRY])')}`,
      [''],
    ],
    [
      'what an Observable does that is made on the way',
      on,
      `class Gate { constructor(private nav: NavController, private session: Session) {}
  canActivate() {
    return defer(() => from(this.session.restore())).pipe(
      switchMap((known) => new Observable<boolean>((out) => { if (!known) { void this.nav.navigateRoot(['/entrada']); } out.next(known); })),
    );
  } }
const guard = Gate;`,
      ['entrada'],
    ],
    [
      'what tap() does, by a method',
      on,
      `class Gate { private go = (url: string) => this.nav.navigateRoot(url, { animated: false });
  canLoad() { return this.state$.pipe(take(1), tap({ next: (ok) => { if (!ok) this.go('/entrada'); } })); }
  canActivate() { return this.canLoad(); } }
const guard = Gate;`,
      ['entrada'],
    ],
    ['nothing that is not known', on, fn('(r) => inject(Router).createUrlTree(["/user", r.params.id])'), []],
    ['nothing where it only decides', on, fn(`() => inject(AuthService).isIn()`), []],
    ['nothing where it is of a package', on, `import { guard } from 'some-auth';`, []],
    ['nothing where it leads in a circle', on, `const a = () => b(); const b = () => a(); ${fn('() => a()')}`, []],
  ];

  test.each(cases)('%s', (_case, route, ...[code, expected, files = {}]) => {
    expect(sentTo(route, code, files)).toEqual(expected);
  });
});

describe('what else is known of a guard', () => {
  test('its declaration, what it asks, and that it is the same one', () => {
    const file = `import { authGuard } from './auth.guard';
import { auth as again } from './all';
export const routes = [
  { path: 'login', canActivate: [guestGuard] },
  { path: 'tabs', canActivate: [authGuard], children: [] },
  { path: 'orders', canMatch: [again, role('admin')] },
  { path: 'more', canActivate: [role("admin"), role('user'), () => inject(AuthGuard).canActivate()] },
  { path: 'old', canActivate: [AuthGuard] },
];
import { AuthService } from './auth.service';
import { AuthGuard } from './auth.guard';
const role = (name: string) => () => inject(AuthService).has(name);
`;
    const guard = `import { AuthService } from './auth.service';
export const authGuard = () => inject(AuthService).isIn || inject(Router).parseUrl('/login');

export class AuthGuard {
  constructor(private readonly auth: AuthService, private router: Router) {}
  canActivate() { return this.router.parseUrl('/login'); }
}
`;
    const [guest, tabs, orders, more, old] = guardsOf(file, {
      'auth.guard.ts': guard,
      'all.ts': `export { authGuard as auth } from './auth.guard';`,
      'auth.service.ts': 'export class AuthService {}',
    });
    const asks = [{ name: 'AuthService', path: 'src/app/auth.service.ts' }];
    expect(guest).toEqual([{ text: 'guestGuard', id: 'guestGuard', when: 'canActivate', sendsTo: [] }]);
    const known = {
      id: 'src/app/auth.guard.ts#authGuard',
      sendsTo: ['login'],
      at: { path: 'src/app/auth.guard.ts', line: 2 },
      asks,
    };
    expect(tabs).toEqual([{ text: 'authGuard', when: 'canActivate', ...known }]);
    expect(orders?.[0]).toEqual({ text: 'again', when: 'canMatch', ...known });
    expect(orders?.[1]).toMatchObject({ text: `role('admin')`, id: `src/app/app.routes.ts#role('admin')`, asks });
    expect(more?.[1]?.id).not.toBe(orders?.[1]?.id);
    const ofClass = { id: 'src/app/auth.guard.ts#AuthGuard', at: { path: 'src/app/auth.guard.ts', line: 4 }, asks };
    expect(more?.[2]).toMatchObject(ofClass);
    expect(old?.[0]).toMatchObject(ofClass);
  });
});

describe('the keys under which the session is kept', () => {
  const ofService = (body: string): [string, Files] => [
    `import { Auth } from './auth'; const guard = () => inject(Auth).isIn || inject(Router).parseUrl('/login');`,
    { 'auth.ts': `import { Preferences } from '@capacitor/preferences'; export class Auth { ${body} }` },
  ];
  const read: [string, string[], string, Files?][] = [
    ['of localStorage', ['localStorage t'], `const guard = () => !!localStorage.getItem('t');`],
    ['of window', ['sessionStorage t'], `const guard = () => !!window.sessionStorage.getItem('t');`],
    ['as members', ['localStorage t', 'localStorage u'], `const guard = () => localStorage.t && localStorage['u'];`],
    ['that are asked for', ['localStorage t'], `const guard = () => 't' in localStorage;`],
    ['as constants', ['localStorage t-1'], 'const K = { t: `t-${1}` }; const guard = () => localStorage.getItem(K.t);'],
    [
      'of Preferences',
      ['Preferences t'],
      `import { Preferences } from '@capacitor/preferences'; const guard = async () => (await Preferences.get({ key: 't' })).value;`,
    ],
    [
      'in an accessor of a service',
      ['localStorage t'],
      ...ofService(`get isIn() { return localStorage.getItem('t'); }`),
    ],
    [
      'in what an accessor of a service uses',
      ['localStorage t'],
      ...ofService(
        `get isIn() { return this.token() !== null; } private token() { return localStorage.getItem('t'); }`,
      ),
    ],
    [
      'in what a field of a service starts with',
      ['localStorage t'],
      ...ofService(`readonly isIn = new BehaviorSubject(localStorage.getItem('t'));`),
    ],
    [
      'not what is written',
      [],
      `const guard = () => { localStorage.setItem('t', ''); return localStorage.length > 0; };`,
    ],
    [
      'not what only looks like it',
      [],
      `const guard = () => inject(Store).getItem('t') ?? localStorage.getItem(nameOf());`,
    ],
    [
      'not what another method reads',
      [],
      ...ofService(`isIn = true; theme() { return localStorage.getItem('theme'); }`),
    ],
  ];

  test.each(read)('%s', (_case, expected, ...[code, files = {}]) => {
    const [guards] = guardsOf(`${code}\nexport const routes = [{ path: 'home', canActivate: [guard] }];`, files);
    expect((guards?.[0]?.reads ?? []).map(({ store, key }) => `${store} ${key}`)).toEqual(expected);
  });
});

describe('one guard of a package or of the app is told apart', () => {
  const fire = `import { AuthGuard, redirectLoggedInTo, redirectUnauthorizedTo } from '@angular/fire/auth-guard';\n`;

  test('by the pipe of AngularFire, wherever its data stands', () => {
    const [home, more, login] = guardsOf(`${fire}const guest = { authGuardPipe: () => redirectLoggedInTo(['/start']) };
export const routes = [
  { path: 'start', canActivate: [AuthGuard], data: { title: 'Start', authGuardPipe: () => redirectUnauthorizedTo('entrar') } },
  { path: 'more', canActivate: [AuthGuard], data: { authGuardPipe: () => redirectUnauthorizedTo('entrar') } },
  { path: 'entrar', canActivate: [AuthGuard], data: guest },
];`);
    expect([home, more, login].map((one) => one?.[0]?.sendsTo)).toEqual([['entrar'], ['entrar'], ['start']]);
    expect(home?.[0]?.id).toBe(more?.[0]?.id);
    expect(home?.[0]?.id).not.toBe(login?.[0]?.id);
  });

  const reading: [string, string][] = [
    ['a key', `(route) => (route.data?.['side'] === 'in' ? '/entrar' : '/start')`],
    ['a member', `(route: ActivatedRouteSnapshot) => (route.data.side === 'in' ? '/entrar' : '/start')`],
    ['a constant key', `(route) => (route.data[SIDE] === 'in' ? '/entrar' : '/start')`],
    ['a destructured name', `({ data }) => { const { side } = data; return side ? '/entrar' : '/start'; }`],
    ['a variable', `(r) => { const all = r.routeConfig?.data; return all?.side ? '/entrar' : '/start'; }`],
    ['another function', `(route) => sideOf(route) ? '/entrar' : '/start'`],
    ['a function that calls itself', `(route) => deep(route) ? '/entrar' : '/start'`],
  ];

  test.each(reading)('by the data it reads: %s', (_way, chosen) => {
    const [home, more, login, none] = guardsOf(`const SIDE = 'side';
const sideOf = (from) => from.data['side'];
const deep = (from) => from.firstChild ? deep(from.firstChild) : from.data.side;
const choose = ${chosen};
const gate = (route) => { const url = choose(route); return inject(Router).createUrlTree([url ? '/entrar' : '/start']); };
export const routes = [
  { path: 'start', canMatch: [gate], data: { side: 'in', title: 'Start' } },
  { path: 'more', canMatch: [gate], data: { title: 'More', side: "in" } },
  { path: 'entrar', canMatch: [gate], data: { side: 'out' } },
  { path: 'open', canMatch: [gate], data: { title: 'Open' } },
];`).map((one) => one[0]);
    expect(home?.id).toBe('src/app/app.routes.ts#gate { side: in }');
    expect(more?.id).toBe(home?.id);
    expect(login?.id).toBe('src/app/app.routes.ts#gate { side: out }');
    expect(none?.id).toBe('src/app/app.routes.ts#gate');
    expect(home?.sendsTo).toEqual(['entrar', 'start']);
    expect(login?.sendsTo).toEqual(['entrar', 'start']);
  });

  test('not by the data of an answer', () => {
    const [home, more] = guardsOf(`const gate = () => inject(Api).me().pipe(map((answer) => answer.data.title));
export const routes = [
  { path: 'start', canActivate: [gate], data: { title: 'Start' } },
  { path: 'more', canActivate: [gate], data: { title: 'More' } },
];`).map((one) => one[0]);
    expect(home?.id).toBe(more?.id);
  });
});

test('each file is read once, however many routes have its guard or its page', () => {
  const many = (route: string): string => Array.from({ length: 40 }, () => route).join(', ');
  const reads = new Map<string, number>();
  const files: Files = {
    'src/main.ts': main,
    'src/app/app.routes.ts': `import { gate } from './gate';
import { HomePage } from './home.page';
export const routes = [
  ${many(`{ path: 'a', component: HomePage, canActivate: [gate] }`)},
  ${many(`{ path: 'b', loadComponent: () => import('./more.page'), canActivate: [gate, gate('x')] }`)},
];`,
    'src/app/gate.ts': `import { Session } from './session';
export const gate = () => inject(Session).check();`,
    'src/app/session.ts': `import { TARGET } from './target';
export class Session { check() { return inject(Router).parseUrl(TARGET); } }`,
    'src/app/target.ts': `export const TARGET = '/login';`,
    'src/app/home.page.ts': 'class HomePage {}\nexport { HomePage };',
    'src/app/more.page.ts': 'class MorePage {}\nexport default MorePage;',
  };
  const read = (path: string): string | undefined => {
    reads.set(path, (reads.get(path) ?? 0) + 1);
    return files[path];
  };
  const found = findWiring({ read, list: () => [] }, 'src/main.ts');
  expect(found.routes).toHaveLength(80);
  expect(found.routes.at(-1)?.guards[1]?.sendsTo).toEqual(['login']);
  for (const file of ['gate.ts', 'session.ts', 'home.page.ts', 'more.page.ts'])
    expect(reads.get(`src/app/${file}`), file).toBeLessThan(8);

  // The code of the guard is followed for `gate` and for `gate('x')`; what it asks leads to the target each time.
  const followed: string[] = [];
  const modules = modulesOf({ read }, {});
  const resolve: Modules['resolve'] = (from, specifier) => {
    followed.push(`${from} ${specifier}`);
    return modules.resolve(from, specifier);
  };
  const path = 'src/app/app.routes.ts';
  const array = modules.open(path)?.getVariableDeclarationOrThrow('routes').getInitializer();
  if (!Node.isArrayLiteralExpression(array)) expect.fail('The routes are an array.');
  expect(routeReader({ ...modules, resolve })({ path, array }).routes).toEqual(found.routes);
  expect(followed.filter((one) => one === 'src/app/session.ts ./target')).toHaveLength(2);
});
