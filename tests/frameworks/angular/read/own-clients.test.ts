import { describe, expect, test } from 'vitest';
import { modulesOf } from '../../../../src/code/modules.ts';
import { findWiring } from '../../../../src/frameworks/angular/read/find-wiring.ts';
import { findOwnClients } from '../../../../src/frameworks/angular/read/own-clients.ts';

type Files = Readonly<Record<string, string>>;

const http = `import { HttpClientModule, provideHttpClient, withInterceptorsFromDi, withRequestsMadeViaParent, HTTP_INTERCEPTORS } from '@angular/common/http';`;
const component = (imports: string, more = '') =>
  `import { Component } from '@angular/core'; ${http} ${more}
@Component({ selector: 'app-x', imports: [${imports}], template: '' })
export class Page {}`;
const ngModule = (metadata: string, more = '') =>
  `import { NgModule } from '@angular/core'; ${http} ${more}
@NgModule({ ${metadata} })
export class PageModule {}`;
const routes = (list: string, more = '') => `import { Routes } from '@angular/router'; ${http} ${more}
export const routes: Routes = [
${list}
];`;
const lazyPage = routes(`{ path: 'a', loadComponent: () => import('./page').then((m) => m.Page) },`);
const lazyModule = routes(`{ path: 'a', loadChildren: () => import('./page.module').then((m) => m.PageModule) },`);

/** Found from `app/routes.ts` on, as `file:line` and what it is. */
function found(files: Files, first: readonly string[] = ['app/routes.ts']): string[] {
  const tree = { read: (path: string) => files[path] };
  return findOwnClients(tree, modulesOf(tree, {}), first).map(
    ({ path, line, by, runsClasses }) => `${path}:${String(line)} ${by}${runsClasses ? ', runs classes' : ''}`,
  );
}

describe('an HttpClient of its own is seen in', () => {
  test.each<{ case: string; files: Files; is: readonly string[] }>([
    {
      case: 'a page that is loaded lazily',
      files: { 'app/routes.ts': lazyPage, 'app/page.ts': component('HttpClientModule') },
      is: ['app/page.ts:2 module, runs classes'],
    },
    {
      case: 'a page that the routes import',
      files: {
        'app/routes.ts': routes(`{ path: 'a', component: Page },`, `import { Page } from './page';`),
        'app/page.ts': component('HttpClientModule'),
      },
      is: ['app/page.ts:2 module, runs classes'],
    },
    {
      case: 'a page with a default export, behind a barrel, with a list of imports',
      files: {
        'app/routes.ts': routes(`{ path: 'a', component: Page },`, `import { Page } from './pages';`),
        'app/pages/index.ts': `export * from './other';\nexport * from './page';`,
        'app/pages/other.ts': `export class Other {}`,
        'app/pages/page.ts': `import { Component } from '@angular/core'; ${http}
import { SHARED } from './shared';
@Component({ imports: SHARED, template: '' })
export class Page {}`,
        'app/pages/shared.ts': `${http}\nexport const SHARED = [HttpClientModule];`,
      },
      is: ['app/pages/shared.ts:2 module, runs classes'],
    },
    {
      case: 'a component of a page',
      files: {
        'app/routes.ts': lazyPage,
        'app/page.ts': component('Weather', `import { Weather } from './weather';`),
        'app/weather.ts': `import { Component } from '@angular/core'; ${http}
@Component({
  imports: [
    HttpClientModule,
  ],
  template: '',
})
export class Weather {}`,
      },
      is: ['app/weather.ts:4 module, runs classes'],
    },
    {
      case: 'an NgModule that a page imports, and one that this one exports',
      files: {
        'app/routes.ts': lazyPage,
        'app/page.ts': component('SharedModule', `import { SharedModule } from './shared.module';`),
        'app/shared.module.ts': ngModule('exports: [ApiModule]', `import { ApiModule } from './api.module';`),
        'app/api.module.ts': ngModule('imports: [HttpClientModule]'),
      },
      is: ['app/api.module.ts:2 module, runs classes'],
    },
    {
      case: 'an NgModule that is loaded lazily',
      files: { 'app/routes.ts': lazyModule, 'app/page.module.ts': ngModule('imports: [HttpClientModule]') },
      is: ['app/page.module.ts:2 module, runs classes'],
    },
    {
      case: 'the providers of an NgModule that is loaded lazily',
      files: { 'app/routes.ts': lazyModule, 'app/page.module.ts': ngModule('providers: [provideHttpClient()]') },
      is: ['app/page.module.ts:2 function'],
    },
    {
      case: 'a shared NgModule of one that is loaded lazily',
      files: {
        'app/routes.ts': lazyModule,
        'app/page.module.ts': ngModule(
          'imports: [SharedModule]',
          `import { SharedModule as SharedModule } from './shared';`,
        ),
        'app/shared.ts': ngModule('imports: [HttpClientModule]').replace('PageModule', 'SharedModule'),
      },
      is: ['app/shared.ts:2 module, runs classes'],
    },
    {
      case: 'the providers of a route',
      files: { 'app/routes.ts': routes(`{ path: 'a', providers: [provideHttpClient()], loadComponent: load },`) },
      is: ['app/routes.ts:3 function'],
    },
    {
      case: 'the providers of a route, with interceptors of its own that are classes',
      files: {
        'app/routes.ts': routes(`{ path: 'a', children: [], providers: [
  provideHttpClient(withInterceptorsFromDi()),
  { provide: HTTP_INTERCEPTORS, useClass: Own, multi: true },
] },`),
      },
      is: ['app/routes.ts:4 function'],
    },
    {
      case: 'the providers of a route, with the interceptors of the application that are classes',
      files: {
        'app/routes.ts': `import { provideHttpClient as client, withInterceptorsFromDi } from '@angular/common/http';
export const routes = [{ path: 'a', providers: [client(withInterceptorsFromDi())] }];`,
      },
      is: ['app/routes.ts:2 function, runs classes'],
    },
    {
      case: 'the providers of a route that imports them from an NgModule',
      files: {
        'app/routes.ts': `import * as http from '@angular/common/http';
export const routes = [{ path: 'a', providers: [importProvidersFrom(http.HttpClientModule)] }];`,
      },
      is: ['app/routes.ts:2 module, runs classes'],
    },
    {
      case: 'routes that are loaded lazily, with a list of providers of another file',
      files: {
        'app/routes.ts': routes(`{ path: 'a', loadChildren: () => import('./a/routes') },`),
        'app/a/routes.ts': `import { own } from './providers';
export default [{ path: '', providers: own, children: [{ path: 'b', loadComponent: () => import('./b') }] }];`,
        'app/a/providers.ts': `${http}\nexport const own = [provideHttpClient()];`,
        'app/a/b.ts': component('HttpClientModule'),
      },
      is: ['app/a/b.ts:2 module, runs classes', 'app/a/providers.ts:2 function'],
    },
    {
      case: 'a modal that a page opens',
      files: {
        'app/routes.ts': lazyPage,
        'app/page.ts': `${component('')} import { Modal } from './modal'; modals.create({ component: Modal });`,
        'app/modal.ts': component('HttpClientModule'),
      },
      is: ['app/modal.ts:2 module, runs classes'],
    },
  ])('$case', ({ files, is }) => {
    expect(found(files)).toEqual(is);
  });
});

describe('nothing is said of', () => {
  test.each<{ case: string; files: Files }>([
    {
      case: 'one that sends its requests on to the application’s',
      files: {
        'app/routes.ts': routes(
          `{ path: 'a', providers: [provideHttpClient(withInterceptorsFromDi(), withRequestsMadeViaParent())] },`,
        ),
      },
    },
    {
      case: 'the application’s own, beside the routes',
      files: {
        'app/routes.ts': `${http} import { Page } from './page'; import { CoreModule } from './core';
const routes = [{ path: 'a', component: Page }];
@NgModule({ imports: [HttpClientModule, CoreModule, RouterModule.forRoot(routes)], providers: [provideHttpClient()] })
export class AppModule {}
bootstrapApplication(App, { providers: [provideRouter(routes), provideHttpClient()] });`,
        'app/page.ts': component('IonicModule'),
        'app/core.ts': ngModule('imports: [HttpClientModule]'),
      },
    },
    {
      case: 'names in comments and strings, and a class of that name from elsewhere',
      files: {
        'app/routes.ts': lazyPage,
        'app/page.ts': `import { Component } from '@angular/core'; import { HttpClientModule } from './own';
// provideHttpClient()
@Component({ imports: [HttpClientModule], template: 'provideHttpClient()' })
export class Page {}`,
        'app/own.ts': `export class HttpClientModule {}`,
      },
    },
    { case: 'a page that is not there', files: { 'app/routes.ts': lazyPage } },
    {
      case: 'files that import each other',
      files: {
        'app/routes.ts': lazyPage,
        'app/page.ts': component('Page, Part', `import { Part } from './part';`),
        'app/part.ts': component('Page', `import { Page } from './page';`),
      },
    },
    {
      case: 'services and tests beside a page',
      files: {
        'app/routes.ts': lazyPage,
        'app/page.ts': component('Part', `import { Api } from './api';`),
        'app/api.ts': `${http} export const spare = [HttpClientModule];`,
      },
    },
  ])('$case', ({ files }) => {
    expect(found(files)).toEqual([]);
  });
});

test('a page that does not parse is read as far as it can be', () => {
  const files = { 'app/routes.ts': lazyPage, 'app/page.ts': `${component('HttpClientModule')}\nclass {` };
  expect(found(files)).toEqual(['app/page.ts:2 module, runs classes']);
});

test('an app is followed from what it starts, and from all of its routes', () => {
  const files: Files = {
    'src/main.ts': `import { bootstrapApplication } from '@angular/platform-browser'; import { App } from './app/app';
import { provideRouter } from '@angular/router'; import { provideHttpClient } from '@angular/common/http';
import { routes } from './app/routes';
bootstrapApplication(App, { providers: [provideRouter(routes), provideHttpClient()] });`,
    'src/app/app.ts': component('HttpClientModule').replace('Page', 'App'),
    'src/app/routes.ts': `import { more } from './more'; export const routes = [...more];`,
    'src/app/more.ts': `export const more = [{ path: 'a', loadComponent: () => import('./page') }];`,
    'src/app/page.ts': component('HttpClientModule'),
  };
  const tree = { read: (path: string) => files[path], list: () => [] };

  expect(findWiring(tree, 'src/main.ts').ownClients.map(({ path }) => path)).toEqual([
    'src/app/app.ts',
    'src/app/page.ts',
  ]);
});
