import { specifierFor } from '../../code/module-path.ts';
import type { NeededImport } from '../../edits/edit.ts';
import type { AppPath } from '../../types.ts';

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

export function routeLines(path: AppPath, routePath: string, component: NeededImport): string[] {
  return [
    `// in the routes, before any parameter or wildcard route:`,
    `{ path: '${routePath}', loadComponent: () => import('${specifierFor(path, component.from)}').then((m) => m.${component.name}) },`,
  ];
}

export function guardLines(routePath: string, guard: NeededImport): string[] {
  return [`// in the route '${routePath}':`, `canActivate: [${guard.name}],`];
}
