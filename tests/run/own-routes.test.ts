import { describe, expect, test } from 'vitest';
import { App } from './app.ts';

describe('a route of ours is none of the app’s', () => {
  test.each([
    { flags: ['--login-page', 'existing'], says: 'the app has no route "login" to use as its login page' },
    { flags: ['--unlock-path', 'locked', '--guarded-routes', 'unlock'], says: 'the app has no route "unlock"' },
  ])('$flags', async ({ flags, says }) => {
    const app = new App('angular-21-plain');
    await app.run('--yes');
    const before = app.snapshot();
    const ended = await app.run('--yes', ...flags);
    expect(ended.exitCode).toBe(64);
    expect(ended.stderr).toContain(says);
    expect(app.snapshot()).toEqual(before);
  });

  test('one that took its place is', async () => {
    const app = new App('angular-21-plain');
    await app.run('--yes');
    const path = 'src/app/app.routes.ts';
    const mine = "import('./sign-in').then((m) => m.SignIn)";
    app.write(path, app.read(path).replace("import('./identity/login/login.page').then((m) => m.LoginPage)", mine));
    expect(app.read(path)).toContain(mine);
    expect(await app.run('--yes', '--login-page', 'existing')).toMatchObject({ exitCode: 6 });
    expect(app.read(path)).toContain(mine);
  });
});

describe('a guard that only a person can add', () => {
  test.each([
    { how: 'its guards come with a spread', route: "{ path: 'folder/:id', ...more()," },
    { how: 'it is there twice', route: "{ path: 'folder/:id', component: A },\n  { path: 'folder/:id'," },
  ])('is missing although the guard of another route is there: $how', async ({ route }) => {
    const app = new App('angular-21-plain');
    const path = 'src/app/app.routes.ts';
    app.write(path, app.read(path).replace("{ path: 'folder/:id',", route));
    const flags = ['--yes', '--guarded-routes', 'folder/inbox,folder/:id'];
    expect(await app.run(...flags)).toMatchObject({ exitCode: 6 });
    expect(await app.run(...flags, '--allow-manual')).toMatchObject({ exitCode: 6 });
    expect(await app.run('check')).toMatchObject({ exitCode: 2 });
    expect(await app.run('--yes')).toMatchObject({ exitCode: 6 });
    app.write(path, `${app.read(path)}\nexport const guards = [authGuard];\n`);
    expect(await app.run('check')).toMatchObject({ exitCode: 0 });
  });

  test('is missing still when the run takes the other one out', async () => {
    const app = new App('angular-21-plain');
    const path = 'src/app/app.routes.ts';
    app.write(path, app.read(path).replace("{ path: 'folder/:id',", "{ path: 'folder/:id', ...more(),"));
    const guarding = (routes: string) => app.run('--yes', '--allow-manual', '--guarded-routes', routes);
    await guarding('folder/:id');
    const before = app.snapshot();
    await guarding('folder/inbox,folder/:id');
    expect(await guarding('folder/:id')).toMatchObject({ exitCode: 6 });
    expect(app.snapshot()).toEqual(before);
  });
});
