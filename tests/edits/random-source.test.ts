import fc from 'fast-check';
import { Node, SyntaxKind } from 'ts-morph';
import { describe, expect, test } from 'vitest';
import { parseLoosely, syntaxProblem } from '../../src/code/source-file.ts';
import { splicesBetween } from '../../src/text/splices-between.ts';
import { unsplice } from '../../src/text/unsplice.ts';
import { editFile } from './edit-file.ts';
import type { GuardEdit } from '../../src/frameworks/angular/edits/guard-edit.ts';
import type { InterceptorEdit } from '../../src/frameworks/angular/edits/interceptor.ts';
import type { ModuleImportEdit } from '../../src/frameworks/angular/edits/module-import.ts';
import type { ProviderEdit } from '../../src/frameworks/angular/edits/provider.ts';
import type { RouteEdit } from '../../src/frameworks/angular/edits/route.ts';
import type { AppEdit } from '../../src/model/edit.ts';
import { canonical } from '../../src/text/text.ts';
import { configFile, homeOnce, moduleFile, routesFile } from './random-files.ts';

const target = { name: 'LoginPage', from: { file: 'src/app/identity/login/login.page' } };
const routes = { path: 'src/app/app.routes.ts', anchor: { kind: 'variable', name: 'routes' } } as const;
const routeEdit: RouteEdit = {
  kind: 'code',
  id: 'route',
  recipe: 'angular/route',
  ...routes,
  brings: target,
  with: { routePath: 'login', loads: 'component' },
};
const guard = { name: 'authGuard', from: { file: 'src/app/identity/auth.guard' } };
const guardEdit: GuardEdit = {
  kind: 'code',
  id: 'guard',
  recipe: 'angular/guard',
  ...routes,
  brings: guard,
  with: { routePath: 'home' },
};
const interceptorEdit: InterceptorEdit = {
  kind: 'code',
  id: 'interceptor',
  recipe: 'angular/interceptor',
  path: 'src/app/app.config.ts',
  anchor: { kind: 'variable', name: 'appConfig' },
  brings: { name: 'authInterceptor', from: { file: 'src/app/identity/auth.interceptor' } },
  with: {},
};

const appModule = {
  path: 'src/app/app.module.ts',
  anchor: { kind: 'decorator', className: 'AppModule', decorator: 'NgModule' },
} as const;
const providerEdit: ProviderEdit = {
  kind: 'code',
  id: 'interceptor',
  recipe: 'angular/provider',
  ...appModule,
  brings: { name: 'AuthInterceptor', from: { file: 'src/app/identity/auth.interceptor' } },
  with: { token: { name: 'HTTP_INTERCEPTORS', from: { package: '@angular/common/http' } } },
};
const moduleImportEdit: ModuleImportEdit = {
  kind: 'code',
  id: 'http-client',
  recipe: 'angular/module-import',
  ...appModule,
  brings: { name: 'HttpClientModule', from: { package: '@angular/common/http' } },
  with: {},
};

/** What the decorator of AppModule says, each element's code without layout. */
function elementsOfModule(text: string, key: string): string[] | undefined {
  const decorator = parseLoosely('a.ts', canonical(text)).getClassOrThrow('AppModule').getDecoratorOrThrow('NgModule');
  const object = decorator.getArguments()[0]?.asKind(SyntaxKind.ObjectLiteralExpression);
  const array = object?.getProperty(key)?.getFirstDescendantByKind(SyntaxKind.ArrayLiteralExpression);
  return array?.getElements().map((one) => one.getText().replaceAll(/\/\/.*|\s|,(?=\s*\})/g, ''));
}

async function run(edit: AppEdit, text: string): Promise<string | undefined> {
  const outcome = await editFile(edit, text);
  return 'text' in outcome ? outcome.text : undefined;
}

/** What every edit promises, whatever the file looks like. */
async function keepsItsPromises(edit: AppEdit, before: string): Promise<string | undefined> {
  if (syntaxProblem(parseLoosely(edit.path, canonical(before))) !== undefined) return undefined;
  const after = await run(edit, before);
  if (after === undefined) return undefined;
  const splices = splicesBetween(before, after);
  expect(splices.filter(({ remove }) => remove !== '')).toEqual([]);
  expect(unsplice(after, splices)).toMatchObject({ text: before, lost: [] });
  expect(syntaxProblem(parseLoosely(edit.path, canonical(after)))).toBeUndefined();
  expect(await run(edit, after)).toBe(after);
  expect(comments(after)).toEqual(comments(before));
  if (before.includes('\r\n')) expect(after.replaceAll('\r\n', '')).not.toContain('\n');
  return after;
}

function comments(text: string): string[] {
  return [...canonical(text).matchAll(/\/\/.*|\/\*[^]*?\*\//g)].map(([comment]) => comment);
}

/** The routes as the router gets them: each element's code, without layout. */
function elements(text: string): string[] {
  const variable = parseLoosely(routes.path, canonical(text)).getVariableDeclarationOrThrow('routes');
  const array = variable.getFirstDescendantByKindOrThrow(SyntaxKind.ArrayLiteralExpression);
  return array.getElements().map((one) => one.getText().replaceAll(/\s|,(?=\s*\})/g, ''));
}

const settings = { numRuns: 200, maxSkipsPerRun: 3 };

describe('whatever a file looks like', () => {
  test('a route: the others stay as they are, and it stands before every route that would take it', async () => {
    await fc.assert(
      fc.asyncProperty(routesFile, async (before) => {
        const after = await keepsItsPromises(routeEdit, before);
        fc.pre(after !== undefined);
        const found = elements(after);
        const at = found.findIndex((one) => /path:["']login["']/.test(one));
        expect(found.toSpliced(at, 1)).toEqual(elements(before));
        expect(found.slice(0, at).filter((one) => /path:["'](:id|\*\*)/.test(one))).toEqual([]);
      }),
      settings,
    );
  });

  test('a guard: only the route it is for gets it', async () => {
    await fc.assert(
      fc.asyncProperty(homeOnce, async (before) => {
        const after = await keepsItsPromises(guardEdit, before);
        fc.pre(after !== undefined);
        const guarded = elements(after).filter((one) => one.includes('canActivate:[authGuard]'));
        expect(guarded).toHaveLength(1);
        expect(elements(after).map((one) => one.replace('canActivate:[authGuard],', ''))).toEqual(elements(before));
      }),
      settings,
    );
  });

  test('an interceptor: one HttpClient, ours last', async () => {
    await fc.assert(
      fc.asyncProperty(configFile, async (before) => {
        const after = await keepsItsPromises(interceptorEdit, before);
        fc.pre(after !== undefined);
        const calls = parseLoosely('a.ts', canonical(after)).getDescendantsOfKind(SyntaxKind.CallExpression);
        const called = (name: string) => calls.filter((call) => call.getExpression().getText() === name);
        expect(called('provideHttpClient')).toHaveLength(1);
        expect(called('withInterceptors')).toHaveLength(1);
        const array = called('withInterceptors')[0]?.getArguments()[0];
        expect(Node.isArrayLiteralExpression(array) && array.getElements().at(-1)?.getText()).toBe('authInterceptor');
      }),
      settings,
    );
  });

  test.each([
    ['a provider', providerEdit, 'providers', '{provide:HTTP_INTERCEPTORS,useClass:AuthInterceptor,multi:true}'],
    ['an import of a module', moduleImportEdit, 'imports', 'HttpClientModule'],
  ] as const)('%s of an NgModule: behind the others, which stay as they are', async (...[, edit, key, ours]) => {
    const other = key === 'imports' ? 'providers' : 'imports';
    await fc.assert(
      fc.asyncProperty(moduleFile, async (before) => {
        const after = await keepsItsPromises(edit, before);
        fc.pre(after !== undefined);
        expect(elementsOfModule(after, key)).toEqual([...(elementsOfModule(before, key) ?? []), ours]);
        expect(elementsOfModule(after, other)).toEqual(elementsOfModule(before, other));
      }),
      { ...settings, numRuns: 100 },
    );
  });
});
