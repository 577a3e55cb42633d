import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findWiring } from '../../src/frameworks/angular/read/find-wiring.ts';
import { editFile } from './edit-file.ts';
import { CliError } from '../../src/model/errors.ts';
import type { AppEdit, CodeEdit, NeededImport } from '../../src/model/edit.ts';
import type { Wiring } from '../../src/frameworks/angular/angular-facts.ts';
import type { AnchoredFile, ManualReason } from '../../src/model/facts.ts';

const source = `import { bootstrapApplication } from '@angular/platform-browser';
import { mergeApplicationConfig, importProvidersFrom } from '@angular/core';
import { provideRouter, RouterModule } from '@angular/router';
import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { other, other as another } from './main';
import * as self from './main';
export { routes as default, other } from './main';
export * from './main';
const { picked } = self;
export let later;
export const routes = [{ path: '', children: [{ path: ':id' }] }, { path: 'home', canActivate: [] }, ...other, another()] as Routes;
export const appConfig = { ...self, providers: [provideRouter(routes), [provideHttpClient(withInterceptors([a]))], ...self.more, importProvidersFrom(RouterModule.forRoot(routes)), picked, later] };
function provideMore() { return [...other]; }
platform.then(async () => { await bootstrapApplication(App, mergeApplicationConfig(appConfig, self.appConfig, {})); });
`;
const moduleSource = `import { NgModule } from '@angular/core';
import { RouterModule } from '@angular/router';
import { HttpClientModule } from '@angular/common/http';
import { CoreModule as Self, COMMON, CoreModule } from './main';
export * from './main';
export const routes = [{ path: 'home', canActivate: [] }, { path: '', redirectTo: 'home' }];
export const COMMON = [HttpClientModule, [Self], flag ? RouterModule.forRoot(routes) : []];
@NgModule({ imports: [COMMON, CoreModule.forRoot()], exports: [HttpClientModule], providers: [Settings] })
export class CoreModule { static forRoot() { return { ngModule: CoreModule, providers: [COMMON] }; } }
@NgModule({ imports: [...COMMON, CoreModule.forRoot(), Self] })
class AppModule {}
platform.then(() => platformBrowserDynamic().bootstrapModule(AppModule));
`;

const tokensOf = (code: string): string[] => code.match(/\w+|[^\w\s]|\s+/g) ?? [];

/** The same code with a few tokens gone, doubled or exchanged: much of it still parses, little of it makes sense. */
const oddCode = fc.constantFrom(source, moduleSource).chain((code) => {
  const tokens = tokensOf(code);
  return fc
    .array(fc.tuple(fc.nat(tokens.length - 1), fc.constantFrom('drop', 'double', 'swap'), fc.nat(tokens.length - 1)), {
      minLength: 1,
      maxLength: 3,
    })
    .map((changes) => {
      const result = [...tokens];
      for (const [at, what, from] of changes) {
        if (what === 'drop') result[at] = '';
        else if (what === 'double') result[at] = `${result[at] ?? ''} ${result[at] ?? ''}`;
        else result[at] = tokens[from] ?? '';
      }
      return result.join('');
    });
});

async function readable<T>(work: () => T | Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof CliError && error.code === 'UNREADABLE') return undefined;
    throw error;
  }
}

function editsFor({ providers, routes, httpClientModule }: Wiring): AppEdit[] {
  const from = { file: 'src/x' };
  const token: NeededImport = { name: 'X', from: { package: 'x' } };
  const edit = (
    recipe: string,
    place: AnchoredFile | ManualReason | undefined,
    more: Pick<CodeEdit, 'brings' | 'with'>,
  ) =>
    place && 'anchor' in place
      ? [
          {
            kind: 'code' as const,
            id: recipe,
            recipe: `angular/${recipe}`,
            path: place.path,
            anchor: place.anchor,
            ...more,
          },
        ]
      : [];
  const clear = 'anchor' in providers ? (providers.clear ?? []) : [];
  return [
    ...edit('interceptor', providers, { brings: { name: 'xInterceptor', from }, with: { clear } }),
    ...edit('provider', providers, { brings: { name: 'XInterceptor', from }, with: { token } }),
    ...edit('module-import', httpClientModule, { brings: token, with: {} }),
    ...edit('route', routes, { brings: { name: 'Page', from }, with: { routePath: 'login', loads: 'component' } }),
    ...edit('guard', routes, { brings: { name: 'xGuard', from }, with: { routePath: 'home' } }),
  ];
}

test('property: odd code ends in wiring, in a reason with a line, or in "unreadable"; never in another error', async () => {
  await fc.assert(
    fc.asyncProperty(oddCode, async (text) => {
      const found = await readable(() =>
        findWiring({ read: (path) => (path === 'src/main.ts' ? text : undefined), list: () => [] }, 'src/main.ts'),
      );
      if (found === undefined) return;
      const { providers, routes } = found.wiring;
      for (const place of [providers, routes]) {
        if ('reason' in place) expect(place.line).toBeGreaterThan(0);
      }
      for (const edit of editsFor(found.wiring)) {
        const outcome = await editFile(edit, text);
        const again = 'text' in outcome ? await editFile(edit, outcome.text) : undefined;
        if ('text' in outcome) expect(again).toEqual({ text: outcome.text, splices: [] });
        else expect(outcome.manual.line).toBeGreaterThan(0);
      }
    }),
    { numRuns: 200 },
  );
});

test('the code the odd code is made of can be followed', () => {
  const found = findWiring(
    { read: (path) => (path === 'src/main.ts' ? source : undefined), list: () => [] },
    'src/main.ts',
  );
  expect(found.wiring.providers).toMatchObject({ path: 'src/main.ts' });
});

test('so can the NgModules', () => {
  const found = findWiring(
    { read: (path) => (path === 'src/main.ts' ? moduleSource : undefined), list: () => [] },
    'src/main.ts',
  );
  expect(found.wiring).toMatchObject({ bootstrap: 'ngmodule', httpClient: 'module' });
  expect(found.routes.map(({ path }) => path)).toEqual(['home', '']);
});
