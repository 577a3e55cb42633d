import { describe, expect, test } from 'vitest';
import { findWiring } from '../../../../src/frameworks/angular/read/find-wiring.ts';
import type { RouteFact } from '../../../../src/model/facts.ts';

type Files = Readonly<Record<string, string>>;

const main = `import { bootstrapApplication } from '@angular/platform-browser';
import { provideRouter } from '@angular/router';
import { routes } from './app/app.routes';
bootstrapApplication(App, { providers: [provideRouter(routes)] });
`;

/** The wiring of an app with these routes; other files stand beside them. */
function read(routes: string, files: Files = {}) {
  const beside = Object.entries(files).map(([name, text]) => [`src/app/${name}`, text] as const);
  const all: Files = { 'src/main.ts': main, 'src/app/app.routes.ts': routes, ...Object.fromEntries(beside) };
  const opened: string[] = [];
  const text = (path: string): string | undefined => {
    if (all[path] !== undefined) opened.push(path);
    return all[path];
  };
  return { ...findWiring({ read: text, list: () => [] }, 'src/main.ts'), opened };
}

/** One route a line: path, `→` what it redirects to, `*` where more is below, `[Page]`; children are indented. */
function outline(routes: readonly RouteFact[], indent = ''): string[] {
  return routes.flatMap(({ path, redirectTo, isLazy, page, children = [] }) => {
    const more = [
      redirectTo === undefined ? '' : ` → ${redirectTo}`,
      isLazy ? ' *' : '',
      page === undefined ? '' : ` [${page.path.replace('src/app/', '')} ${page.name}]`,
    ];
    return [`${indent}/${path}${more.join('')}`, ...outline(children, `${indent}  `)];
  });
}

const exported = (list: string, before = ''): string => `${before}\nexport const routes: Routes = [${list}];\n`;
const login = `export const authRoutes = [{ path: 'login' }];\n`;
const loginPage = `@Component({})\nexport class LoginPage {}\n`;
const loginModule = (imports: string, more = ''): string =>
  `import { NgModule } from '@angular/core';\nimport { RouterModule } from '@angular/router';\n${more}
@NgModule({ imports: [CommonModule, ${imports}] })\nexport class LoginPageModule {}\n`;

describe('routes are read', () => {
  const cases: [string, string, string[], Files?][] = [
    [
      'with paths of an enum (F3)',
      exported(
        `{ path: Paths.Login }, { path: Paths.Home, children: [{ path: Paths.Login }] }`,
        `enum Paths { Login = 'login', Home = 'home' }`,
      ),
      ['/login', '/home', '  /home/login'],
    ],
    [
      'with paths of an imported object (F3)',
      exported(`{ path: PATHS.home, redirectTo: PATHS.main.list }`, `import { PATHS } from './paths';`),
      ['/ → tabs/list'],
      { 'paths.ts': `export const PATHS = { home: '', main: { list: 'tabs/list' } } as const;` },
    ],
    [
      'with a path in a constant',
      exported('{ path }, { path: `${path}/edit` }', `const path = 'notes';`),
      ['/notes', '/notes/edit'],
    ],
    [
      'with a spread of properties',
      exported(`{ ...base, component: A }`, `const base = { path: 'notes' };`),
      ['/notes'],
    ],
    [
      'with an absolute redirect',
      exported(`{ path: 'a', children: [{ path: '', redirectTo: '/b' }] }`),
      ['/a', '  /a → b'],
    ],
    [
      'with a relative redirect',
      exported(`{ path: 'a', children: [{ path: '', redirectTo: 'b', pathMatch: 'full' }] }`),
      ['/a', '  /a → a/b'],
    ],
    ['with a redirect that is a function', exported(`{ path: '', redirectTo: () => '/b' }`), ['/ → ']],
    ['with a redirect that has a query', exported('{ path: "", redirectTo: `/b?from=${x}` }'), ['/ → b']],
    [
      'with children in a variable',
      exported(`{ path: 'a', children: kids }`, `const kids = [{ path: 'b' }];`),
      ['/a', '  /a/b'],
    ],
    [
      'with children in another file',
      exported(
        `{ path: 'a', children: [...authRoutes, { path: 'c' }] }`,
        `import { authRoutes } from './auth.routes';`,
      ),
      ['/a', '  /a/login', '  /a/c'],
      { 'auth.routes.ts': login },
    ],
    [
      'with children that hold themselves',
      exported(`{ path: 'a', children: kids }`, `const kids = [{ path: 'b', children: kids }];`),
      ['/a', '  /a/b'],
    ],
    [
      'with pathless parents',
      exported(`{ path: '', children: [{ path: 'a' }, { path: '', children: [{ path: 'b' }] }] }`),
      ['/', '  /a', '  /', '    /b'],
    ],
    ['with children that are computed', exported(`{ path: 'a', children: make() }`), ['/a *']],
    ...[
      `() => import('./auth.routes').then((m) => m.authRoutes)`,
      `() => import('./auth.routes').then((m) => { return m.authRoutes; })`,
      `() => import('./auth.routes').then(({ authRoutes }) => authRoutes)`,
      `() => import('./auth.routes').then(({ authRoutes: list }) => list)`,
      `() => import('./auth.routes').then((m) => m['authRoutes'])`,
      `async () => (await import('./auth.routes')).authRoutes`,
      `async () => { const m = await import('./auth.routes'); return m.authRoutes; }`,
      `async () => { const { authRoutes } = await import('./auth.routes'); return authRoutes; }`,
      `() => import('./all').then((m) => m.authRoutes)`,
      `() => import('./default')`,
      `() => import('./default').then((m) => m.default)`,
      `loadAuth`,
    ].map((load): [string, string, string[], Files] => [
      `loaded by ${load} (F5)`,
      exported(
        `{ path: 'auth', loadChildren: ${load} }`,
        `const loadAuth = () => import('./auth.routes').then((m) => m.authRoutes);`,
      ),
      ['/auth', '  /auth/login'],
      {
        'auth.routes.ts': login,
        'all.ts': `export * from './auth.routes';`,
        'default.ts': `export default [{ path: 'login' }] satisfies Routes;`,
      },
    ]),
    [
      'with a lazy start that sends to the sign-in page (F9)',
      exported(`{ path: '', loadChildren: () => import('./start') }, { path: 'login' }`),
      ['/', '  / → login', '/login'],
      { 'start.ts': `export default [{ path: '', redirectTo: '/login', pathMatch: 'full' }];` },
    ],
    [
      'loaded only one level deep',
      exported(`{ path: 'a', loadChildren: () => import('./a') }`),
      ['/a', '  /a/b *'],
      {
        'a.ts': `export default [{ path: 'b', loadChildren: () => import('./b') }];`,
        'b.ts': `export default [{ path: 'c' }];`,
      },
    ],
    [
      'of a lazy NgModule',
      exported(`{ path: 'login', loadChildren: () => import('./login.module').then(m => m.LoginPageModule) }`),
      ['/login [login.page.ts LoginPage]', '  /login [login.page.ts LoginPage]'],
      {
        'login.module.ts': loginModule(
          `RouterModule.forChild([{ path: '', component: LoginPage }])`,
          `import { LoginPage } from './login.page';`,
        ),
        'login.page.ts': loginPage,
      },
    ],
    [
      'of the routing module that a lazy NgModule imports',
      exported(`{ path: 'auth', loadChildren: () => import('./login.module').then(m => m.LoginPageModule) }`),
      ['/auth', '  /auth/sign-in [login.page.ts LoginPage]'],
      {
        'login.module.ts': loginModule(
          'LoginRoutingModule',
          `import { LoginRoutingModule } from './login-routing.module';`,
        ),
        'login-routing.module.ts': `import { NgModule } from '@angular/core';
import { RouterModule, Routes } from '@angular/router';
import { LoginPage } from './login.page';
const routes: Routes = [{ path: 'sign-in', component: LoginPage }];
@NgModule({ imports: [RouterModule.forChild(routes)], exports: [RouterModule] })
export class LoginRoutingModule {}`,
        'login.page.ts': loginPage,
      },
    ],
    [
      'of a module whose routing is a constant',
      exported(`{ path: 'auth', loadChildren: () => import('./login.module').then(m => m.LoginPageModule) }`),
      ['/auth', '  /auth/x'],
      { 'login.module.ts': loginModule('routing', `const routing = RouterModule.forChild([{ path: 'x' }]);`) },
    ],
    [
      'of a module that is not there',
      exported(`{ path: 'a', loadChildren: () => import('./gone').then(m => m.Gone) }`),
      ['/a *'],
    ],
    [
      'with their pages',
      exported(
        `{ path: 'a', component: LoginPage }, { path: 'b', loadComponent: () => import('./login.page').then(m => m.LoginPage) },
         { path: 'c', loadComponent: () => import('./home.page') }, { path: 'd', component: Barrelled }, { path: 'e', component: Here }`,
        `import { LoginPage } from './login.page';\nimport { Barrelled } from './all';\nclass Here {}`,
      ),
      [
        '/a [login.page.ts LoginPage]',
        '/b [login.page.ts LoginPage]',
        '/c [home.page.ts HomePage]',
        '/d [login.page.ts LoginPage]',
        '/e [app.routes.ts Here]',
      ],
      {
        'login.page.ts': loginPage,
        'home.page.ts': `export default class HomePage {}`,
        'all.ts': `export { LoginPage as Barrelled } from './login.page';`,
      },
    ],
  ];

  test.each(cases)('%s', (_case, routes, ...[lines, files = {}]) => {
    const found = read(routes, files);
    expect(outline(found.routes)).toEqual(lines);
    expect(found.unknownPaths).toEqual([]);
  });
});

describe('a route is found again', () => {
  test('by its trail in the array the router starts with', () => {
    const found = read(
      exported(
        `{ path: Paths.A, children: [{ path: "b" }, { path: \`c\`, children: [{ component: X }] }] }`,
        `enum Paths { A = 'a' }`,
      ),
    );
    const [a] = found.routes;
    expect(a).toMatchObject({ trail: ['Paths.A'], at: { path: 'src/app/app.routes.ts', line: 2 } });
    expect(a?.children?.map(({ trail }) => trail)).toEqual([
      ['Paths.A', "'b'"],
      ['Paths.A', "'c'"],
    ]);
    expect(a?.children?.[1]?.children?.[0]).toMatchObject({ path: 'a/c', trail: ['Paths.A', "'c'", ''] });
    expect(a).not.toHaveProperty('place');
  });

  test('by its place and the trail from there, in a file that is loaded', () => {
    const routes = exported(`{ path: 'auth', loadChildren: () => import('./auth').then((m) => m.auth) }`);
    const found = read(routes, { 'auth.ts': `export const auth = [{ path: '', children: [{ path: 'login' }] }];` });
    expect(found.routes[0]?.children?.[0]?.children?.[0]).toMatchObject({
      path: 'auth/login',
      trail: ["''", "'login'"],
      at: { path: 'src/app/auth.ts', line: 1 },
      place: { path: 'src/app/auth.ts', anchor: { kind: 'variable', name: 'auth' } },
    });
  });
});

describe('paths that are not known are counted', () => {
  test.each<[string, string, number]>([
    ['a call', `{ path: make() }, { path: 'a', children: [{ path: key }] }`, 2],
    ['a package', `{ path: P.login }`, 1],
    ['a matcher', `{ matcher: locale, component: A }`, 1],
    ['a spread that may hold it', `{ ...make(), component: A }`, 1],
    ['routes that are made elsewhere', `...make()`, 1],
  ])('%s', (_case, list, count) => {
    const { unknownPaths } = read(exported(list, `import { P } from 'paths';`));
    expect(unknownPaths).toHaveLength(count);
    expect(unknownPaths[0]).toMatchObject({ path: 'src/app/app.routes.ts', line: 2 });
  });
});
