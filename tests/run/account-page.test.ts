import { rmSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { App } from './app.ts';

const routesFile = 'src/app/app.routes.ts';
const page = 'src/app/identity/account/account.page.ts';

/** In the quotes of all apps. */
function read(app: App, path: string): string {
  return app.read(path).replaceAll('"', "'");
}

describe.each([
  { project: 'angular-21-plain', routes: routesFile, loads: 'loadComponent', file: 'account.page' },
  {
    project: 'angular-14-module',
    routes: 'src/app/app-routing.module.ts',
    loads: 'loadChildren',
    file: 'account.module',
  },
])('the account page in $project', ({ project, routes, loads, file }) => {
  test('has a route with a title, behind the guard, and a second run changes nothing', async () => {
    const app = new App(project);
    expect(await app.run('--yes', '--account-page')).toMatchObject({ exitCode: 0 });
    const route = /\{[^{}]*path: 'account',[^{}]*\}/.exec(read(app, routes))?.[0] ?? '';
    expect(route).toContain("title: 'Account'");
    expect(route).toMatch(/canActivate: \[[aA]uthGuard\]/);
    expect(route).toContain(`${loads}: () =>`);
    expect(route).toContain(`./identity/account/${file}'`);

    const before = app.snapshot();
    expect(await app.run('--yes')).toMatchObject({ exitCode: 0 });
    expect(app.snapshot()).toEqual(before);
    expect(await app.run('check')).toMatchObject({ exitCode: 0 });
  });

  test('comes and goes with the option, byte for byte', async () => {
    const app = await App.setUp(project);
    const without = app.snapshot();
    expect(Object.keys(without).filter((path) => path.includes('/account/'))).toEqual([]);

    expect(await app.run('--yes', '--account-page', '--account-path', 'me')).toMatchObject({ exitCode: 0 });
    expect(read(app, routes)).toContain("path: 'me'");
    expect(app.read(page)).toContain('export class AccountPage');

    expect(await app.run('--yes', '--no-account-page', '--account-path', 'account')).toMatchObject({ exitCode: 0 });
    expect(app.snapshot()).toEqual(without);
  });

  test('is taken out by remove', async () => {
    const app = new App(project);
    const pristine = app.read(routes);
    await app.run('--yes', '--account-page');
    expect(await app.run('remove', '--yes')).toMatchObject({ exitCode: 0 });
    expect(app.read(routes)).toBe(pristine);
    expect(Object.keys(app.snapshot()).filter((path) => path.includes('/account/'))).toEqual([]);
  });
});

test('says where the page is, for nothing leads there yet', async () => {
  const app = new App('angular-21-plain');
  const { stdout } = await app.run('--yes', '--json', '--account-page', '--account-path', 'me');
  expect(stdout).toContain('The account page is at /me.');
  expect((await app.run('--yes', '--json', '--no-account-page')).stdout).not.toContain('account page is at');
});

test('takes over no route of the app', async () => {
  const withOwn = (): App => {
    const app = new App('angular-21-plain');
    const own = "{ path: 'account', children: [] },\n  ";
    app.write(
      routesFile,
      app.read(routesFile).replace("{ path: '', ", (start) => own + start),
    );
    expect(app.read(routesFile)).toContain(own);
    return app;
  };
  const free = withOwn();
  expect(await free.run('--yes', '--account-page')).toMatchObject({ exitCode: 0 });
  expect(free.read(routesFile)).toContain("path: 'vault-account'");

  const taken = await withOwn().run('--yes', '--account-page', '--account-path', 'account');
  expect(taken).toMatchObject({ exitCode: 64 });
  expect(taken.stderr).toContain('the app has a route "account" already');
});

test('knows its own route where the state was lost', async () => {
  const app = new App('angular-21-plain');
  await app.run('--yes', '--account-page');
  const before = app.snapshot();
  rmSync(`${app.root}/.identity-vault`, { recursive: true });
  expect(await app.run('--yes')).toMatchObject({ exitCode: 0 });
  expect(app.read(routesFile)).toBe(Buffer.from(before[routesFile] ?? '', 'latin1').toString());
});
