import { describe, expect, test } from 'vitest';
import type { FoundWiring } from '../../../../src/frameworks/angular/read/find-wiring.ts';
import { findWiring } from '../../../../src/frameworks/angular/read/find-wiring.ts';
import type { Resolution } from '../../../../src/code/modules.ts';
import type { ManualReason } from '../../../../src/model/facts.ts';

type Files = Readonly<Record<string, string>>;

function wiringOf(files: Files, resolution: Resolution = {}): FoundWiring {
  const tree = { read: (path: string) => files[path], list: () => [] };
  return findWiring(tree, 'src/main.ts', resolution);
}

const main = `import { bootstrapApplication } from '@angular/platform-browser';
import { appConfig } from './app/app.config';
import { App } from './app/app';

bootstrapApplication(App, appConfig).catch((err) => console.error(err));
`;
const routes = `import { Routes } from '@angular/router';
export const routes: Routes = [
  { path: '', redirectTo: 'home', pathMatch: 'full' },
  { path: 'home', canActivate: [a, b()], loadComponent: () => import('./home') },
  // { path: 'commented', component: X },
  { path: computed },
];
`;
const config = (providers: string, imports = '') => `import { ApplicationConfig } from '@angular/core';
import { provideRouter } from '@angular/router';
import { provideHttpClient } from '@angular/common/http';
import { routes } from './app.routes';
${imports}
export const appConfig: ApplicationConfig = { providers: [${providers}] };
`;
const app = (providers = 'provideRouter(routes)', imports = ''): Files => ({
  'src/main.ts': main,
  'src/app/app.config.ts': config(providers, imports),
  'src/app/app.routes.ts': routes,
});

const appConfig = { path: 'src/app/app.config.ts', anchor: { kind: 'variable', name: 'appConfig' } };
const appRoutes = { path: 'src/app/app.routes.ts', anchor: { kind: 'variable', name: 'routes' } };
const at = (line: number) => ({ path: 'src/app/app.routes.ts', line });
const inMain = (callee: string, argument: number) => ({
  path: 'src/main.ts',
  anchor: { kind: 'call', callee, argument },
});

describe('findWiring follows', () => {
  test('the shape Angular writes', () => {
    const found = wiringOf(app());
    expect(found.wiring).toEqual({
      bootstrap: 'standalone',
      httpClient: 'unset',
      providers: appConfig,
      routes: appRoutes,
    });
    expect(found.routes).toEqual([
      { path: '', redirectTo: 'home', guards: [], at: at(3), trail: [`''`] },
      {
        path: 'home',
        guards: [
          { text: 'a', id: 'a', when: 'canActivate', sendsTo: [] },
          { text: 'b()', id: 'b()', when: 'canActivate', sendsTo: [] },
        ],
        at: at(4),
        trail: [`'home'`],
      },
    ]);
    expect(found.unknownPaths).toMatchObject([at(6)]);
    expect(found.unknownPaths[0]?.reason).toContain('The path of this route is computed');
    expect(found.warnings).toEqual([]);
  });

  test('children that are written in place, and that there are others', () => {
    const parents = `
  { path: 'auth', children: [{ path: '', redirectTo: 'login' }, { path: 'login' }, { path: '', children: [{ path: 'new' }] }] },
  { path: 'tabs', loadChildren: () => import('./tabs') },
  { path: 'more', children: pages },
];`;
    const found = wiringOf({ ...app(), 'src/app/app.routes.ts': routes.replace(/\n\];/, parents) });
    expect(found.routes.slice(2)).toMatchObject([
      {
        path: 'auth',
        at: at(7),
        children: [
          { path: 'auth', redirectTo: 'auth/login' },
          { path: 'auth/login', at: at(7), trail: [`'auth'`, `'login'`] },
          { path: 'auth', children: [{ path: 'auth/new', trail: [`'auth'`, `''`, `'new'`] }] },
        ],
      },
      { path: 'tabs', isLazy: true, at: at(8) },
      { path: 'more', isLazy: true, at: at(9) },
    ]);
  });

  const following: [string, Files, Partial<Record<'providers' | 'routes', object>>, Resolution?][] = [
    [
      'a BOM and CRLF',
      Object.fromEntries(Object.entries(app()).map(([path, text]) => [path, `\uFEFF${text.replaceAll('\n', '\r\n')}`])),
      { providers: appConfig, routes: appRoutes },
    ],
    [
      'aliased imports',
      {
        ...app(),
        'src/main.ts': main
          .replace('{ bootstrapApplication }', '{ bootstrapApplication as start }')
          .replace('{ appConfig }', '{ appConfig as config }')
          .replace('bootstrapApplication(App, appConfig)', 'start(App, config)'),
      },
      { providers: appConfig, routes: appRoutes },
    ],
    [
      'a namespace import',
      {
        ...app(),
        'src/main.ts': main
          .replace('{ appConfig }', '* as configuration')
          .replace('App, appConfig', 'App, configuration.appConfig'),
      },
      { providers: appConfig },
    ],
    [
      'a barrel that re-exports under another name',
      {
        ...app(),
        'src/main.ts': main.replace('./app/app.config', './app').replace(/appConfig/g, 'config'),
        'src/app/index.ts': `export * from './nothing';\nexport { appConfig as config } from './app.config';\n`,
        'src/app/nothing.ts': 'export const nothing = 1;\n',
      },
      { providers: appConfig },
    ],
    [
      'export * chains',
      {
        ...app(),
        'src/main.ts': main.replace('./app/app.config', './app/index'),
        'src/app/index.ts': `export * from './inner';\n`,
        'src/app/inner/index.ts': `export * from '../app.config';\n`,
      },
      { providers: appConfig },
    ],
    [
      'a tsconfig path alias',
      { ...app(), 'src/main.ts': main.replace('./app/app.config', '@app/app.config') },
      { providers: appConfig },
      { paths: { '@app/*': ['./src/app/*'] } },
    ],
    [
      'a module found from baseUrl',
      { ...app(), 'src/main.ts': main.replace('./app/app.config', 'src/app/app.config') },
      { providers: appConfig },
      { baseUrl: './' },
    ],
    [
      'a specifier with .js',
      { ...app(), 'src/main.ts': main.replace('./app/app.config', './app/app.config.js') },
      { providers: appConfig },
    ],
    [
      'a default export that is an object',
      {
        ...app(),
        'src/main.ts': main.replace('{ appConfig }', 'appConfig'),
        'src/app/app.config.ts': config('provideRouter(routes)').replace(
          'export const appConfig: ApplicationConfig = { providers: [provideRouter(routes)] };',
          'export default { providers: [provideRouter(routes)] } satisfies ApplicationConfig;',
        ),
      },
      {
        providers: { path: 'src/app/app.config.ts', anchor: { kind: 'variable', name: 'default' } },
        routes: appRoutes,
      },
    ],
    [
      'a default export of a variable',
      {
        ...app(),
        'src/app/app.config.ts': config('provideRouter(routes)').replace('{ routes }', 'routes'),
        'src/app/app.routes.ts': `const list = [{ path: 'x' }] as Routes;\nexport default list;\n`,
      },
      { routes: { path: 'src/app/app.routes.ts', anchor: { kind: 'variable', name: 'list' } } },
    ],
    [
      'routes with satisfies, in parentheses',
      { ...app(), 'src/app/app.routes.ts': `export const routes = ([{ path: 'x' }]) satisfies Routes;\n` },
      { routes: appRoutes },
    ],
    [
      'an inline configuration with inline routes',
      {
        'src/main.ts': `import { bootstrapApplication } from '@angular/platform-browser';
import { provideRouter } from '@angular/router';
bootstrapApplication(App, { providers: [provideRouter([{ path: 'x' }])] });
`,
      },
      { providers: inMain('bootstrapApplication', 1), routes: inMain('provideRouter', 0) },
    ],
    [
      'no configuration at all',
      {
        'src/main.ts': `import { bootstrapApplication } from '@angular/platform-browser';\nbootstrapApplication(App);\n`,
      },
      { providers: inMain('bootstrapApplication', 1) },
    ],
    [
      'a configuration in the entry file',
      {
        'src/main.ts': `import { bootstrapApplication } from '@angular/platform-browser';
const settings = { providers: [] };
bootstrapApplication(App, settings);
`,
      },
      { providers: { path: 'src/main.ts', anchor: { kind: 'variable', name: 'settings' } } },
    ],
    ...[
      `document.addEventListener('deviceready', () => { bootstrapApplication(App, appConfig); });`,
      `platformReady.then(() => bootstrapApplication(App, appConfig));`,
      `await bootstrapApplication(App, appConfig);`,
      `async function start() { await load(); await bootstrapApplication(App, appConfig); }\nstart();`,
      `if (environment.production) enableProdMode();\nbootstrapApplication(App, appConfig);`,
    ].map((code): [string, Files, object] => [
      code,
      { ...app(), 'src/main.ts': main.replace(/^bootstrapApplication\(App.*$/m, code) },
      { providers: appConfig, routes: appRoutes },
    ]),
    [
      "an entry file that only does import('./bootstrap')",
      {
        ...app(),
        'src/main.ts': `import('./bootstrap').catch((err) => console.error(err));\n`,
        'src/bootstrap.ts': main,
      },
      { providers: appConfig, routes: appRoutes },
    ],
    [
      'mergeApplicationConfig: HttpClient decides',
      {
        ...app(),
        'src/main.ts': main
          .replace(`{ appConfig } from './app/app.config'`, `{ merged } from './merged'`)
          .replace('App, appConfig', 'App, merged'),
        'src/merged.ts': `import { mergeApplicationConfig } from '@angular/core';
import { provideHttpClient } from '@angular/common/http';
import { appConfig } from './app/app.config';
export const merged = mergeApplicationConfig(appConfig, { providers: [provideHttpClient()] });
`,
      },
      {
        providers: { path: 'src/merged.ts', anchor: { kind: 'call', callee: 'mergeApplicationConfig', argument: 1 } },
        routes: appRoutes,
      },
    ],
    [
      'providers spread from another file',
      {
        ...app('...core', `import { core } from './core';`),
        'src/app/core.ts': `import { provideHttpClient } from '@angular/common/http';
import { provideRouter } from '@angular/router';
import { routes } from './app.routes';
export const core = [provideRouter(routes), provideHttpClient()];
`,
      },
      { providers: { path: 'src/app/core.ts', anchor: { kind: 'variable', name: 'core' } }, routes: appRoutes },
    ],
    [
      "the app's own functions, when they provide something else",
      {
        ...app('provideRouter(routes), provideTheme()', `import { provideTheme } from './theme';`),
        'src/app/theme.ts': `import { makeEnvironmentProviders } from '@angular/core';
export function provideTheme() { return makeEnvironmentProviders([{ provide: X, useValue: 1 }]); }
`,
      },
      { providers: { ...appConfig, clear: ['provideTheme'] } },
    ],
    [
      'a spread list that provides something else',
      {
        ...app('provideRouter(routes), ...core', `import { core } from './core';`),
        'src/app/core.ts': `export const core = [{ provide: X, useValue: 1 }];\n`,
      },
      { providers: { ...appConfig, clear: ['core'] } },
    ],
    [
      'package providers in a scope that looks like an alias',
      app('provideRouter(routes), provideAuth0({})', `import { provideAuth0 } from '@auth0/auth0-angular';`),
      { providers: { ...appConfig, clear: ['provideAuth0'] } },
    ],
  ];

  test.each(following)('%s', (...[, files, expected, resolution]) => {
    expect(wiringOf(files, resolution).wiring).toMatchObject(expected);
  });

  test('a redirect to a computed path is no page', () => {
    const computed = 'redirectTo: `${Links.Home}`';
    const found = wiringOf({ ...app(), 'src/app/app.routes.ts': routes.replace(`redirectTo: 'home'`, computed) });
    expect(found.routes[0]).toMatchObject({ path: '', redirectTo: '' });
  });

  test('routes spread from another file are facts too; what can’t be followed is a warning', () => {
    const found = wiringOf({
      ...app(),
      'src/app/app.routes.ts': `import { more } from './more';
export const routes = [{ path: 'a' }, ...more, ...fromNowhere()];
`,
      'src/app/more.ts': `export const more = [{ path: 'login' }];\n`,
    });
    const place = { path: 'src/app/more.ts', anchor: { kind: 'variable', name: 'more' } };
    expect(found.routes).toMatchObject([{ path: 'a' }, { path: 'login', place }]);
    expect(found.routes[0]).not.toHaveProperty('place');
    expect(found.warnings).toMatchObject([{ path: 'src/app/app.routes.ts', line: 2 }]);
  });
});

const moduleMain = `import { platformBrowserDynamic } from '@angular/platform-browser-dynamic';
import { AppModule } from './app/app.module';

document.addEventListener('deviceready', () => {
  platformBrowserDynamic().bootstrapModule(AppModule).catch((err) => console.error(err));
});
`;
const rootModule = (
  metadata: string,
  imports = '',
) => `import { HttpClientModule, provideHttpClient } from '@angular/common/http';
import { NgModule } from '@angular/core';
import { RouterModule } from '@angular/router';
import { IonicModule } from '@ionic/angular';
import { AppRoutingModule } from './app-routing.module';
${imports}
@NgModule({ ${metadata} })
export class AppModule {}
`;
const routingModule = `import { NgModule } from '@angular/core';
import { RouterModule } from '@angular/router';
import { routes } from './app.routes';
@NgModule({ imports: [RouterModule.forRoot(routes, { useHash: true })], exports: [RouterModule] })
export class AppRoutingModule {}
`;
const moduleApp = (metadata = 'imports: [IonicModule.forRoot(), AppRoutingModule]', imports = ''): Files => ({
  'src/main.ts': moduleMain,
  'src/app/app.module.ts': rootModule(metadata, imports),
  'src/app/app-routing.module.ts': routingModule,
  'src/app/app.routes.ts': routes,
});
const inModule = (path: string, className: string, decorator = 'NgModule') => ({
  path,
  anchor: { kind: 'decorator', className, decorator },
});
const inAppModule = inModule('src/app/app.module.ts', 'AppModule');
const core = (
  metadata: string,
  imports = '',
) => `import { HttpClientModule, provideHttpClient } from '@angular/common/http';
import { NgModule } from '@angular/core';
${imports}
@NgModule({ ${metadata} })
export class CoreModule {}
`;
const importCore = `import { CoreModule } from './core.module';`;
const withCore = (text: string, element = 'CoreModule', imports = importCore): Files => ({
  ...moduleApp(`imports: [AppRoutingModule, ${element}]`, imports),
  'src/app/core.module.ts': text,
});

const withModal = (routes: string, imports = '[AppRoutingModule, ModalModule]'): Files => ({
  ...moduleApp(`imports: ${imports}`, `import { ModalModule } from './modal.module';`),
  'src/app/modal.module.ts': `import { NgModule } from '@angular/core';
import { RouterModule } from '@angular/router';

@NgModule({ imports: [RouterModule.forChild(${routes})] })
export class ModalModule {}
`,
});

describe('findWiring follows NgModules', () => {
  test('the routes of a module the app starts with are root routes; the page of a modal is none', () => {
    const found = wiringOf(withModal(`[{ path: '', component: Modal }, { path: 'login', component: Login }]`));
    expect(found.routes.map(({ path }) => path)).toEqual(['', 'home', 'login']);
    const anchor = { kind: 'call', callee: 'RouterModule.forChild', argument: 0 };
    expect(found.routes[2]?.place).toEqual({ path: 'src/app/modal.module.ts', anchor });
  });

  test('a module after the routing module may take every path: ours are tried before', () => {
    const found = wiringOf(withModal(`[{ path: 'modal', component: Modal }, { path: '**', component: Modal }]`));
    expect(found.wiring.routes).toEqual(appRoutes);
    expect(found.routes.map(({ path }) => path)).toEqual(['', 'home', 'modal', '**']);
  });

  test('routes after those of the routing module that can’t be read are said', () => {
    const found = wiringOf(withModal('makeRoutes()'));
    expect(found.wiring.routes).toEqual(appRoutes);
    expect(found.unknownPaths).toMatchObject([
      { path: 'src/app/app.routes.ts' },
      { path: 'src/app/modal.module.ts', line: 4 },
    ]);
  });

  test('the shape Ionic’s starter writes', () => {
    const found = wiringOf(moduleApp());
    expect(found.wiring).toEqual({
      bootstrap: 'ngmodule',
      ionic: 'module',
      httpClient: 'unset',
      providers: { ...inAppModule, clear: ['AppRoutingModule'] },
      httpClientModule: inAppModule,
      routes: appRoutes,
    });
    expect(found.routes.map(({ path }) => path)).toEqual(['', 'home']);
  });

  const following: [string, Files, Partial<FoundWiring['wiring']> | object, Resolution?][] = [
    [
      'HttpClientModule in the root module',
      moduleApp('imports: [HttpClientModule, AppRoutingModule]'),
      { httpClient: 'module', providers: inAppModule, httpClientModule: inAppModule },
    ],
    [
      'HttpClientModule in a module it imports',
      withCore(core('imports: [HttpClientModule]')),
      { httpClient: 'module', providers: inAppModule, httpClientModule: undefined },
    ],
    ['HttpClientModule that is re-exported', withCore(core('exports: [HttpClientModule]')), { httpClient: 'module' }],
    [
      'HttpClientModule behind forRoot() of the app’s own',
      withCore(
        core('imports: [HttpClientModule]').replace(
          'CoreModule {}',
          'CoreModule { static forRoot() { return { ngModule: CoreModule, providers: [] }; } }',
        ),
        'CoreModule.forRoot()',
      ),
      { httpClient: 'module', providers: inAppModule },
    ],
    [
      'HttpClientModule in a spread constant of another file, through a barrel and an alias',
      {
        ...moduleApp('imports: [...common.MODULES, AppRoutingModule]', `import * as common from '@shared';`),
        'src/shared/index.ts': `export { COMMON as MODULES } from './common';\n`,
        'src/shared/common.ts': `import { HttpClientModule as Http } from '@angular/common/http';\nexport const COMMON = [Http];\n`,
      },
      { httpClient: 'module', providers: inAppModule },
      { paths: { '@shared': ['src/shared'] } },
    ],
    [
      'HttpClientModule that a standalone component brings',
      {
        ...moduleApp('imports: [AppRoutingModule, Badge]', `import { Badge } from './badge';`),
        'src/app/badge.ts': `import { HttpClientModule } from '@angular/common/http';
import { Component } from '@angular/core';
@Component({ selector: 'app-badge', standalone: true, imports: [HttpClientModule], template: '' })
export class Badge {}
`,
      },
      { httpClient: 'module' },
    ],
    [
      'a modal whose module the app starts with, and whose routes are forChild()',
      withModal(`[{ path: '', component: Modal }]`),
      { routes: appRoutes },
    ],
    [
      'a forRoot() without routes beside the one that has them',
      moduleApp('imports: [RouterModule.forRoot([]), AppRoutingModule]'),
      { routes: appRoutes },
    ],
    [
      'a forRoot() without routes, and no other',
      moduleApp('imports: [RouterModule.forRoot([])]'),
      {
        routes: {
          path: 'src/app/app.module.ts',
          anchor: { kind: 'call', callee: 'RouterModule.forRoot', argument: 0 },
        },
      },
    ],
    [
      'one of two conditional modules',
      moduleApp('imports: [AppRoutingModule, environment.mock ? [] : HttpClientModule]'),
      { httpClient: 'module' },
    ],
    [
      'provideHttpClient in the root module',
      moduleApp('imports: [AppRoutingModule], providers: [provideHttpClient()]'),
      { httpClient: 'function', providers: inAppModule },
    ],
    [
      'provideHttpClient in a module it imports',
      withCore(core('providers: [provideHttpClient()]')),
      { httpClient: 'function', providers: inModule('src/app/core.module.ts', 'CoreModule') },
    ],
    [
      'provideHttpClient beside HttpClientModule: functions run',
      moduleApp('imports: [AppRoutingModule, HttpClientModule], providers: [provideHttpClient()]'),
      { httpClient: 'function', providers: inAppModule },
    ],
    [
      'providers in a list of another file',
      {
        ...moduleApp(
          'imports: [AppRoutingModule, HttpClientModule], providers',
          `import { providers } from './providers';`,
        ),
        'src/app/providers.ts': `export const providers = [{ provide: X, useValue: 1 }];\n`,
      },
      {
        httpClient: 'module',
        providers: { path: 'src/app/providers.ts', anchor: { kind: 'variable', name: 'providers' } },
      },
    ],
    [
      'imports in a constant, where HttpClientModule shall be',
      moduleApp('imports: IMPORTS', 'const IMPORTS = [AppRoutingModule];'),
      {
        httpClient: 'unset',
        httpClientModule: { path: 'src/app/app.module.ts', anchor: { kind: 'variable', name: 'IMPORTS' } },
      },
    ],
    [
      'metadata in a constant',
      {
        ...moduleApp(),
        'src/app/app.module.ts': rootModule('imports: [AppRoutingModule]')
          .replace('@NgModule({ imports: [AppRoutingModule] })', '@NgModule(metadata)')
          .replace('@NgModule', 'const metadata = { imports: [AppRoutingModule] };\n@NgModule'),
      },
      {
        providers: { path: 'src/app/app.module.ts', anchor: { kind: 'variable', name: 'metadata' } },
        routes: appRoutes,
      },
    ],
    [
      'a default export without a name, a platform in a variable',
      {
        ...moduleApp(),
        'src/main.ts': `import { platformBrowser as start } from '@angular/platform-browser';
import Root from './app/app.module';
const platform = start();
platform.bootstrapModule(Root, { ngZone: 'noop' });
`,
        'src/app/app.module.ts': rootModule('imports: [AppRoutingModule]').replace(
          'export class AppModule',
          'export default class',
        ),
      },
      { bootstrap: 'ngmodule', providers: inModule('src/app/app.module.ts', 'default'), routes: appRoutes },
    ],
    [
      'aliases of the class and of the decorator',
      {
        ...moduleApp(),
        'src/main.ts': moduleMain.replace('./app/app.module', './app').replaceAll(/\bAppModule\b/g, 'Main'),
        'src/app/index.ts': `export { Root as Main } from './root';\n`,
        'src/app/root.ts': rootModule('imports: [AppRoutingModule]')
          .replace('{ NgModule }', '{ NgModule as Module }')
          .replace('@NgModule', '@Module')
          .replace('class AppModule', 'class Root'),
      },
      { providers: inModule('src/app/root.ts', 'Root', 'Module'), routes: appRoutes },
    ],
    [
      'modules in a circle',
      {
        ...withCore(core('imports: [OtherModule]', `import { OtherModule } from './other.module';`)),
        'src/app/other.module.ts': core('imports: [CoreModule]', importCore).replace(
          'class CoreModule',
          'class OtherModule',
        ),
      },
      { httpClient: 'unset', providers: inAppModule, routes: appRoutes },
    ],
    [
      'modules of packages: they provide no HttpClient',
      moduleApp(
        'imports: [AppRoutingModule, TranslateModule.forRoot({ loader: {} }), StoreModule.forRoot(reducers)]',
        `import { TranslateModule } from '@ngx-translate/core';\nimport { StoreModule } from '@ngrx/store';`,
      ),
      { httpClient: 'unset', providers: { ...inAppModule } },
    ],
    [
      'routes inline in forRoot()',
      moduleApp(
        `imports: [Router.forRoot([{ path: 'a' }])]`,
        `import { RouterModule as Router } from '@angular/router';`,
      ),
      { routes: { path: 'src/app/app.module.ts', anchor: { kind: 'call', callee: 'Router.forRoot', argument: 0 } } },
    ],
    [
      'provideRouter in an NgModule',
      moduleApp(
        'providers: [provideRouter(routes)]',
        `import { provideRouter } from '@angular/router';\nimport { routes } from './app.routes';`,
      ),
      { routes: appRoutes },
    ],
    [
      'provideIonicAngular in an NgModule: Ionic’s standalone components',
      moduleApp(
        'imports: [AppRoutingModule], providers: [provideIonicAngular()]',
        `import { provideIonicAngular } from '@ionic/angular/standalone';`,
      ),
      { bootstrap: 'ngmodule', ionic: 'standalone' },
    ],
    [
      'importProvidersFrom() in a standalone app',
      {
        ...app(
          'importProvidersFrom(CoreModule, RouterModule.forRoot(routes), IonicModule.forRoot())',
          `import { importProvidersFrom } from '@angular/core';
import { RouterModule } from '@angular/router';
import { IonicModule } from '@ionic/angular';
import { CoreModule } from './core.module';`,
        ),
        'src/app/core.module.ts': core('imports: [HttpClientModule]'),
      },
      { bootstrap: 'standalone', ionic: 'module', httpClient: 'module', providers: appConfig, routes: appRoutes },
    ],
  ];

  test.each(following)('%s', (...[, files, expected, resolution]) => {
    const found = wiringOf(files, resolution).wiring;
    expect(found).toMatchObject(
      Object.fromEntries(Object.entries(expected).filter(([, value]) => value !== undefined)),
    );
    for (const [key, value] of Object.entries(expected)) if (value === undefined) expect(found).not.toHaveProperty(key);
  });
});

/** An asymmetric matcher in the place of a string. */
const containing = (text: string) => expect.stringContaining(text) as string;

describe('findWiring leaves to a person', () => {
  const leaving: [string, Files, 'providers' | 'routes', Partial<ManualReason>][] = [
    [
      'an NgModule that is not there',
      {
        'src/main.ts': `import { platformBrowserDynamic } from '@angular/platform-browser-dynamic';
platformBrowserDynamic().bootstrapModule(AppModule);
`,
      },
      'providers',
      { path: 'src/main.ts', line: 2, reason: containing('NgModule') },
    ],
    [
      'an entry file that starts nothing',
      { 'src/main.ts': 'console.log(1);\n' },
      'providers',
      { path: 'src/main.ts', line: 1 },
    ],
    ['an empty entry file', { 'src/main.ts': '' }, 'routes', { path: 'src/main.ts', line: 1 }],
    [
      'text that only looks like code',
      { 'src/main.ts': `// bootstrapApplication(App, appConfig);\nconst s = 'bootstrapApplication(App)';\n` },
      'providers',
      { path: 'src/main.ts', line: 1 },
    ],
    [
      'a bootstrapApplication that is not Angular’s',
      { 'src/main.ts': `import { bootstrapApplication } from './mine';\nbootstrapApplication(App, {});\n` },
      'providers',
      { path: 'src/main.ts', line: 1 },
    ],
    [
      'two starts in one file',
      { ...app(), 'src/main.ts': `${main}bootstrapApplication(Other, appConfig);\n` },
      'providers',
      { path: 'src/main.ts', line: 6 },
    ],
    [
      'a computed configuration',
      { ...app(), 'src/main.ts': main.replace('App, appConfig', 'App, makeConfig()') },
      'providers',
      { path: 'src/main.ts', line: 5 },
    ],
    [
      'a configuration from a package',
      { 'src/main.ts': main.replace('./app/app.config', '@company/config') },
      'providers',
      { path: 'src/main.ts', line: 5, reason: containing('@company/config') },
    ],
    ['a file that is not there', { 'src/main.ts': main }, 'providers', { path: 'src/main.ts', line: 5 }],
    [
      'imports in a circle',
      {
        'src/main.ts': main,
        'src/app/app.config.ts': `export { appConfig } from './b';\n`,
        'src/app/b.ts': `export { appConfig } from './app.config';\n`,
      },
      'providers',
      { path: 'src/main.ts', line: 5, reason: containing('circle') },
    ],
    [
      'routes wrapped in a call',
      { ...app(), 'src/app/app.routes.ts': `export const routes = withReadyResolver([{ path: 'a' }]);\n` },
      'routes',
      { path: 'src/app/app.routes.ts', line: 1 },
    ],
    ['no router', app('provideX()', `import { provideX } from 'x';`), 'routes', { path: 'src/main.ts', line: 5 }],
    [
      'a spread that can’t be followed',
      app('...fromSomewhere()', `import { fromSomewhere } from './nowhere';`),
      'providers',
      { path: 'src/app/app.config.ts', line: 6 },
    ],
    [
      'a spread list of providers that a package computes',
      app('provideRouter(routes), ...companyProviders(env)', `import { companyProviders } from '@company/core';`),
      'providers',
      { path: 'src/app/app.config.ts', line: 6, reason: containing('HttpClient may be provided here') },
    ],
    [
      'a spread list of providers of a package',
      app('provideRouter(routes), ...companyProviders', `import { companyProviders } from '@company/core';`),
      'providers',
      { path: 'src/app/app.config.ts', line: 6 },
    ],
    [
      'a function of the app that provides HttpClient',
      {
        ...app('provideRouter(routes), provideCore()', `import { provideCore } from './core';`),
        'src/app/core.ts': `import { provideHttpClient } from '@angular/common/http';
export const provideCore = () => [provideHttpClient()];
`,
      },
      'providers',
      { path: 'src/app/app.config.ts', line: 6 },
    ],
    [
      'several NgModules to start with',
      {
        ...moduleApp(),
        'src/main.ts': `${moduleMain}if (admin) platformBrowserDynamic().bootstrapModule(AdminModule);\n`,
      },
      'providers',
      { path: 'src/main.ts', line: 5, reason: containing('several') },
    ],
    [
      'a compiled NgModule factory',
      { 'src/main.ts': `platformBrowser().bootstrapModuleFactory(AppModuleNgFactory);\n` },
      'routes',
      { path: 'src/main.ts', line: 1 },
    ],
    [
      'a root module without metadata',
      { ...moduleApp(), 'src/app/app.module.ts': `@NgModule()\nexport class AppModule {}\n` },
      'providers',
      { path: 'src/app/app.module.ts', line: 1, reason: containing('@NgModule({…})') },
    ],
    [
      'a decorator of that name that is not Angular’s',
      {
        ...moduleApp(),
        'src/app/app.module.ts': rootModule('').replace(`from '@angular/core'`, `from './mine'`),
      },
      'providers',
      { path: 'src/app/app.module.ts' },
    ],
    [
      'a module’s metadata that is spread',
      withCore(core('...shared')),
      'providers',
      { path: 'src/app/core.module.ts', line: 4, reason: containing('HttpClient may be provided here') },
    ],
    [
      'a forRoot() of the app that computes what it returns',
      withCore(
        core('').replace('CoreModule {}', 'CoreModule { static forRoot(mock) { if (mock) return a; return b; } }'),
        'CoreModule.forRoot()',
      ),
      'providers',
      { path: 'src/app/app.module.ts' },
    ],
    [
      'provideHttpClient in what forRoot() returns: no anchor names it',
      withCore(
        core('').replace(
          'CoreModule {}',
          'CoreModule { static forRoot() { return { ngModule: CoreModule, providers: [provideHttpClient()] }; } }',
        ),
        'CoreModule.forRoot()',
      ),
      'providers',
      { path: 'src/app/core.module.ts', line: 5 },
    ],
    [
      'a module that is not there',
      moduleApp('imports: [AppRoutingModule, GoneModule]', `import { GoneModule } from './gone.module';`),
      'providers',
      { path: 'src/app/app.module.ts' },
    ],
    [
      'two calls of RouterModule.forRoot()',
      {
        ...moduleApp(`imports: [AppRoutingModule, RouterModule.forRoot([{ path: 'a' }])]`),
      },
      'routes',
      { path: 'src/app/app.module.ts', reason: containing('RouterModule.forRoot() in src/app/app-routing.module.ts') },
    ],
    [
      'a wildcard in a module that is imported before the routing module: the root routes are where a person adds ours',
      withModal(
        `[{ path: 'modal', component: Modal }, { path: '**', component: Modal }]`,
        '[ModalModule, AppRoutingModule]',
      ),
      'routes',
      { path: 'src/app/app.routes.ts', line: 2, reason: containing('src/app/modal.module.ts:4') },
    ],
    [
      'routes that can’t be read in a module that is imported before the routing module',
      withModal('makeRoutes()', '[ModalModule, AppRoutingModule]'),
      'routes',
      { path: 'src/app/app.routes.ts', line: 2, reason: containing('src/app/modal.module.ts:4') },
    ],
    [
      'a wildcard in a module beside forRoot(), which comes last wherever it stands',
      withModal(
        `[{ path: '**', component: Modal }]`,
        `[RouterModule.forRoot([{ path: 'a', component: A }]), ModalModule]`,
      ),
      'routes',
      { path: 'src/app/app.module.ts', line: 7, reason: containing('src/app/modal.module.ts:4') },
    ],
    [
      'a wildcard in a module that the routing module imports',
      {
        ...withModal(`[{ path: '**', component: Modal }]`, '[AppRoutingModule]'),
        'src/app/app-routing.module.ts': routingModule
          .replace('imports: [', 'imports: [ModalModule, ')
          .replace(/^/, `import { ModalModule } from './modal.module';\n`),
      },
      'routes',
      { path: 'src/app/app.routes.ts', line: 2, reason: containing('src/app/modal.module.ts:4') },
    ],
    [
      'routes that a function makes',
      moduleApp('imports: [RouterModule.forRoot(makeRoutes(flags))]', `import { makeRoutes } from './routes';`),
      'routes',
      { path: 'src/app/app.module.ts', reason: containing('computed') },
    ],
    [
      'forRoot() without routes',
      moduleApp('imports: [RouterModule.forRoot()]'),
      'routes',
      { path: 'src/app/app.module.ts', reason: containing('RouterModule.forRoot() is called without routes') },
    ],
    [
      'an NgModule app without a router',
      moduleApp('imports: []'),
      'routes',
      { path: 'src/main.ts', line: 5, reason: containing('RouterModule.forRoot()') },
    ],
  ];

  test.each(leaving)('%s', (...[, files, what, expected]) => {
    const place = wiringOf(files).wiring[what];
    expect(place).toMatchObject(expected);
    expect(place).toHaveProperty('reason', expect.stringMatching(/\S/));
  });

  test('a syntax error: the file, the line and the column', () => {
    expect(() => wiringOf({ ...app(), 'src/app/app.routes.ts': 'export const routes = [\n  { path: };\n' })).toThrow(
      expect.objectContaining({ code: 'UNREADABLE', where: { path: 'src/app/app.routes.ts', line: 2, column: 11 } }),
    );
  });
});
