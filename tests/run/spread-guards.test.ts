import { describe, expect, test } from 'vitest';
import { App } from './app.ts';

const path = 'src/app/app.routes.ts';

/** Two routes with one path: a start that only redirects, or one page around those for strangers. */
const twins = [
  "{ path: '', redirectTo: 'tabs', pathMatch: 'full' }",
  "{ path: '', loadComponent: () => import('./start').then((m) => m.Start), children: [{ path: 'about', component: About }] }",
];

function routesWith(twin: string, { before, guards }: Shape): string {
  return `import { Routes } from '@angular/router';
import { About, Feed } from './pages';
${before}
export const routes: Routes = [
  { path: 'login', loadComponent: () => import('./login').then((m) => m.Login) },
  ${twin},
  { path: '', loadComponent: () => import('./tabs').then((m) => m.Tabs), ${guards}, children: [{ path: 'tabs', component: Feed }] },
];
`;
}

const signedIn = `import { inject } from '@angular/core';
import { Router } from '@angular/router';
export const isSignedIn = () => !!localStorage.getItem('t') || inject(Router).createUrlTree(['/login']);
`;

interface Shape {
  readonly shape: string;
  readonly before: string;
  readonly guards: string;
}

const fire = "import { canActivate, redirectUnauthorizedTo } from '@angular/fire/auth-guard';";
const shapes: readonly Shape[] = [
  {
    shape: 'of AngularFire',
    before: `${fire}\nconst toLogin = () => redirectUnauthorizedTo(['login']);`,
    guards: '...canActivate(toLogin)',
  },
  {
    shape: 'of AngularFire, with a pipe written in place',
    before: fire,
    guards: "...canActivate(() => redirectUnauthorizedTo(['login']))",
  },
  {
    shape: 'of a constant',
    before: `import { isSignedIn } from './is-signed-in';\nconst guarded = { canActivate: [isSignedIn] };`,
    guards: '...guarded',
  },
  {
    shape: 'of a constant whose type says that there may be none',
    before: `import { Route } from '@angular/router';\nimport { isSignedIn } from './is-signed-in';\nconst guarded: Partial<Route> = { canActivate: [isSignedIn] };`,
    guards: '...guarded',
  },
  {
    shape: 'of a function',
    before: `import { isSignedIn } from './is-signed-in';\nfunction guarded() { return { canActivate: [isSignedIn] }; }`,
    guards: '...guarded()',
  },
  {
    shape: 'of a list that the route names',
    before: `import { isSignedIn } from './is-signed-in';\nconst guards = [isSignedIn];`,
    guards: 'canActivate: guards',
  },
];

describe.each(twins)('beside %s', (twin) => {
  test.each(shapes)('guards $shape: the next run changes nothing, and undo takes back all', async (shape) => {
    const app = new App('angular-21-plain');
    app.write(path, routesWith(twin, shape));
    app.write('src/app/is-signed-in.ts', signedIn);
    const untouched = app.snapshot();
    expect(await app.run('--yes')).toMatchObject({ exitCode: 6 });
    await app.run('--yes', '--allow-manual');
    const done = app.snapshot();
    expect(done[path]).toMatch(/Tabs\).*authGuard\]/);
    await app.run('--yes', '--allow-manual');
    expect(app.snapshot()).toEqual(done);
    await app.run('undo', '--yes');
    expect(app.snapshot()).toEqual(untouched);
  });
});
