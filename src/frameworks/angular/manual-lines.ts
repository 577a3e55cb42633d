import { specifierFor } from '../../code/module-path.ts';
import type { NeededImport, RouteEdit } from '../../model/edit.ts';
import type { AppPath } from '../../model/tree.ts';

export const HTTP_INTERCEPTORS: NeededImport = { name: 'HTTP_INTERCEPTORS', from: { package: '@angular/common/http' } };
export const HttpClientModule: NeededImport = { name: 'HttpClientModule', from: { package: '@angular/common/http' } };

export function importLine(path: AppPath, needed: NeededImport): string {
  return `import { ${needed.name} } from '${specifierFor(path, needed.from)}';`;
}

export function interceptorLines(path: AppPath, interceptor: NeededImport): string[] {
  return [
    `import { provideHttpClient, withInterceptors } from '@angular/common/http';`,
    importLine(path, interceptor),
    `// in the providers of the application:`,
    `provideHttpClient(withInterceptors([${interceptor.name}])),`,
  ];
}

export function classInterceptorLines(path: AppPath, interceptor: NeededImport): string[] {
  return [
    importLine(path, HTTP_INTERCEPTORS),
    importLine(path, interceptor),
    `// in the providers of the application, behind its other interceptors:`,
    `{ provide: HTTP_INTERCEPTORS, useClass: ${interceptor.name}, multi: true },`,
  ];
}

export function httpClientLines(path: AppPath): string[] {
  return [
    importLine(path, HttpClientModule),
    `// in the imports of the root NgModule, unless something provides HttpClient already:`,
    `${HttpClientModule.name},`,
  ];
}

type Page = Pick<RouteEdit, 'routePath' | 'loads' | 'target'>;

export function routeLines(path: AppPath, { routePath, loads, target }: Page): string[] {
  const key = loads === 'module' ? 'loadChildren' : 'loadComponent';
  return [
    `// in the routes, before any parameter or wildcard route:`,
    `{ path: '${routePath}', ${key}: () => import('${specifierFor(path, target.from)}').then((m) => m.${target.name}) },`,
  ];
}

export function guardLines(routePath: string, guard: NeededImport): string[] {
  return [`// in the route '${routePath}':`, `canActivate: [${guard.name}],`];
}
