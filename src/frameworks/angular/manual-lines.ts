import type { NeededImport } from '../../edits/edit.ts';
import type { AppPath } from '../../types.ts';

/** The specifier with which the file at `path` imports what is needed. */
function specifier(path: AppPath, { from }: NeededImport): string {
  if ('package' in from) return from.package;
  const folder = path.split('/').slice(0, -1);
  const target = from.file.split('/');
  let shared = 0;
  while (shared < folder.length && folder[shared] === target[shared]) shared += 1;
  const up = folder.slice(shared).map(() => '..');
  return [...(up.length > 0 ? up : ['.']), ...target.slice(shared)].join('/');
}

export function importLine(path: AppPath, needed: NeededImport): string {
  return `import { ${needed.name} } from '${specifier(path, needed)}';`;
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
    `{ path: '${routePath}', loadComponent: () => import('${specifier(path, component)}').then((m) => m.${component.name}) },`,
  ];
}

export function guardLines(routePath: string, guard: NeededImport): string[] {
  return [`// in the route '${routePath}':`, `canActivate: [${guard.name}],`];
}
