import fc from 'fast-check';
import { header, list, spell, style } from './random-source.ts';

export const routeItem = fc.constantFrom(
  "{ path: 'home', component: HomePage }",
  "{path: 'about', component: AboutPage}",
  "{\n››path: 'deep',\n››loadComponent: () => import('./deep').then((m) => m.Deep), // lazy\n›}",
  "{ path: ':id', component: UserPage }",
  "{ path: '**', redirectTo: 'home' }",
  "{ path: 'users/:id', component: UserPage }",
  "{ path: '', children: [{ path: 'inner', component: Inner }] }",
);
export const typed = fc.constantFrom(
  (value: string) => `export const routes: Routes = ${value};`,
  (value: string) => `export const routes = ${value} as Routes;`,
  (value: string) => `const routes = (${value}) satisfies Routes;\nexport default routes;`,
);
export const routesFile = fc
  .tuple(header, list('[]', routeItem), typed, style)
  .map(([top, array, wrap, how]) => spell(`${top}\n${wrap(array)}`, how));

export const homeOnce = routesFile.filter((text) => text.split(/path: ['"]home/).length === 2);

const feature = fc.constantFrom(
  'withFetch()',
  'withInterceptorsFromDi()',
  'withInterceptors([first])',
  'withInterceptors([\n›››first, // 1\n››])',
);
export const httpCall = fc
  .uniqueArray(feature, { maxLength: 2, selector: (one) => one.slice(0, 18) })
  .map((all) => `provideHttpClient(${all.join(', ')})`);
const plain = fc.constantFrom('provideRouter(routes)', '{ provide: X, useValue: [1, 2] }', 'Service');
const providers = fc
  .tuple(fc.array(plain, { maxLength: 3 }), fc.option(httpCall, { nil: undefined }))
  .chain(([others, http]) => list('[]', fc.constantFrom(...others, 'Service')).map((array) => ({ array, http })))
  .map(({ array, http }) => (http === undefined ? array : `[${http}, ...${array}]`));
const object = fc.oneof(
  fc.constantFrom('{}', '{ }', '{\n}', '{\n›// nothing yet\n}'),
  providers.map((array) => `{ providers: ${array} }`),
  providers.map((array) => `{\n›providers: ${array},\n}`),
);
export const angularImports = `import { provideHttpClient, withFetch, withInterceptors, withInterceptorsFromDi } from '@angular/common/http';
import { provideRouter } from '@angular/router';
`;
export const configFile = fc
  .tuple(header, object, style)
  .filter(([top]) => !top.includes('use strict'))
  .map(([top, value, how]) => spell(`${top}${angularImports}\nexport const appConfig = ${value};`, how));

export const moduleImport = fc.constantFrom(
  'BrowserModule',
  'IonicModule.forRoot()',
  '...COMMON',
  'RouterModule.forRoot(routes, { useHash: true })',
  "IonicModule.forRoot({\n›››mode: 'ios', // everywhere\n››})",
);
export const provided = fc.constantFrom(
  'Settings',
  'httpInterceptorProviders',
  '{ provide: HTTP_INTERCEPTORS, useClass: LogInterceptor, multi: true }',
  '{\n›››provide: ErrorHandler, // ours\n›››useClass: Reporter,\n››}',
);
const metadataItem = fc
  .record({ imports: list('[]', moduleImport), providers: list('[]', provided), which: fc.subarray([0, 1, 2]) })
  .map(({ imports, providers: array, which }) =>
    ['bootstrap: [AppComponent]', `imports: ${imports}`, `providers: ${array}`].filter((_, i) => which.includes(i)),
  );
const metadata = fc
  .tuple(metadataItem, fc.constantFrom('one-line', 'lines', 'lines-comma', 'commented'))
  .map(([items, layout]) => {
    if (items.length === 0) return layout === 'commented' ? '{\n›// nothing yet\n}' : '{}';
    if (layout === 'one-line') return `{ ${items.join(', ')} }`;
    const comment = layout === 'commented' ? ' // why' : '';
    return `{\n›${items.join(`,${comment}\n›`)}${layout === 'lines' ? '' : ','}${comment}\n}`;
  });
const decoys = fc.constantFrom(
  '',
  '// @NgModule({ providers: [] }) class AppModule {}\n',
  '@NgModule({ imports: [], providers: [] })\nexport class AppModuleServer {}\n\n',
);
export const moduleFile = fc
  .tuple(header, decoys, metadata, style)
  .filter(([top]) => !top.includes('use strict'))
  .map(([top, decoy, value, how]) =>
    spell(
      `${top}import { NgModule } from '@angular/core';\n\n${decoy}@NgModule(${value})\nexport class AppModule {}`,
      how,
    ),
  );
