import { describe, expect, test } from 'vitest';
import { App } from './app.ts';

const routes = 'src/app/app.routes.ts';
const authRoutes = 'src/app/auth/auth.routes.ts';
const shopRoutes = 'src/app/shop/shop.routes.ts';
const teamRoutes = 'src/app/team/team.routes.ts';

/** A file of lazily loaded routes, written as its author likes it. */
function lazyRoutes(name: string, ...lines: string[]): string {
  return `import { Routes } from "@angular/router";
import { guestGuard } from "../guest.guard";

export const ${name}: Routes = [
${lines.map((line) => `  ${line}\n`).join('')}];
`;
}

const page = 'loadComponent: () => import("../a.page").then(m => m.APage)';

/** An app that loads its sign-in, and pages behind it, when they are needed. */
function lazySignIn(): App {
  const app = new App('angular-21-plain');
  app.write(
    'src/app/guest.guard.ts',
    `import { inject } from '@angular/core';
import { Router, type CanActivateFn } from '@angular/router';

export const guestGuard: CanActivateFn = () => !localStorage.getItem('user') || inject(Router).parseUrl('/shop/cart');
`,
  );
  app.write(authRoutes, lazyRoutes('AUTH', `{ path: "enter", canActivate: [guestGuard], ${page} },`));
  app.write(shopRoutes, lazyRoutes('SHOP', `{ path: "cart", ${page} },`));
  app.write(teamRoutes, lazyRoutes('TEAM', `{ path: "list", ${page} },`));
  const lazy = ['auth', 'shop', 'team'].map(
    (name) =>
      `  { path: '${name}', loadChildren: () => import('./${name}/${name}.routes').then((m) => m.${name.toUpperCase()}) },\n`,
  );
  app.write(routes, app.read(routes).replace('Routes = [\n', `Routes = [\n${lazy.join('')}`));
  return app;
}

const flags = ['--yes', '--login-path', 'auth/enter', '--guarded-routes'];

describe('a sign-in of the app’s own', () => {
  test('offers to unlock, behind the guards it has; twice is once, and undo and remove are exact', async () => {
    const app = lazySignIn();
    const before = app.snapshot();
    expect(await app.run(...flags, 'shop/cart')).toMatchObject({ exitCode: 6 });
    expect(app.read(authRoutes)).toContain('canActivate: [guestGuard, unlockGuard], loadComponent');
    expect(app.read(authRoutes)).toContain('import { unlockGuard } from "../identity/auth.guard";');
    expect(app.read(routes)).not.toContain('unlockGuard');
    const after = app.snapshot();
    expect(await app.run(...flags, 'shop/cart')).toMatchObject({ exitCode: 6 });
    expect(app.snapshot()).toEqual(after);
    expect(await app.run('undo', '--yes')).toMatchObject({ exitCode: 0 });
    expect(app.snapshot()).toEqual(before);
    await app.run(...flags, 'shop/cart');
    expect(await app.run('remove', '--yes')).toMatchObject({ exitCode: 0 });
    for (const path of [authRoutes, shopRoutes, teamRoutes, routes]) expect(app.read(path)).toBe(before[path]);
  });

  test('a guard that moves to another file leaves the first as it was', async () => {
    const app = lazySignIn();
    const original = app.read(shopRoutes);
    await app.run(...flags, 'shop/cart');
    expect(app.read(shopRoutes)).toContain('canActivate: [authGuard]');
    await app.run(...flags, 'team/list');
    expect(app.read(shopRoutes)).toBe(original);
    expect(app.read(teamRoutes)).toContain('canActivate: [authGuard]');
    expect(app.read(authRoutes)).toContain('[guestGuard, unlockGuard]');
  });

  test('gets its route back when a login page is generated after all', async () => {
    const app = lazySignIn();
    const original = app.read(authRoutes);
    await app.run(...flags, 'shop/cart');
    await app.run('--yes', '--login-page', 'generate', '--login-path', 'login');
    expect(app.read(authRoutes)).toBe(original);
  });

  test('is a step where its guards can’t be told', async () => {
    const app = lazySignIn();
    app.write(
      authRoutes,
      app.read(authRoutes).replace('path: "enter", canActivate: [guestGuard]', 'path: "enter", ...more()'),
    );
    const before = app.snapshot();
    const ended = await app.run(...flags, 'shop/cart');
    expect(ended).toMatchObject({ exitCode: 6 });
    expect(ended.stdout + ended.stderr).toContain('unlockGuard');
    expect(app.snapshot()).toEqual(before);
  });
});

test('the lazy module of a generated login page, no longer wanted, gets none', async () => {
  const app = new App('angular-14-module');
  // Its other routes are unknown: the app may have a sign-in among them.
  app.write(
    'src/app/app.module.ts',
    `import { NgModule } from '@angular/core';
import { RouterModule, Routes } from '@angular/router';

export const routes: Routes = [{ path: 'home', component: HomePage }, other];

@NgModule({ imports: [RouterModule.forRoot(routes)], bootstrap: [AppComponent] })
export class AppModule {}
`,
  );
  const existing = ['--yes', '--allow-manual', '--login-page', 'existing'];
  expect(await app.run(...existing)).toMatchObject({ exitCode: 6 });
  const first = app.snapshot();
  expect(await app.run('--yes', '--allow-manual', '--login-page', 'generate')).toMatchObject({ exitCode: 0 });
  expect(await app.run(...existing)).toMatchObject({ exitCode: 6 });
  expect(app.snapshot()).toEqual(first);
});

test('a generated login page needs no such guard', async () => {
  const app = new App('angular-21-plain');
  expect(await app.run('--yes')).toMatchObject({ exitCode: 0 });
  expect(app.read(routes)).not.toContain('unlockGuard');
});
