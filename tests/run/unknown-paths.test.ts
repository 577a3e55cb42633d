import { describe, expect, test } from 'vitest';
import { App } from './app.ts';

const routes = 'src/app/app.routes.ts';

/** An app with pages whose paths only its running code knows. */
function computedPaths(...lines: string[]): App {
  const app = new App('angular-21-plain');
  const computed = lines.map((line) => `  ${line}\n`).join('');
  app.write(routes, app.read(routes).replace('Routes = [\n', `Routes = [\n${computed}`));
  return app;
}

const page = "loadComponent: () => import('./a.page').then((m) => m.APage)";
const door = `{ path: localStorage.getItem('door') ?? '', ${page} },`;
const shop = `{ path: localStorage.getItem('shop') ?? '', ${page} },`;

describe('paths that could not be computed', () => {
  test('may be the sign-in: nothing is written until somebody says', async () => {
    const app = computedPaths(door, shop);
    const before = app.snapshot();
    const ended = await app.run('--yes');
    expect(ended).toMatchObject({ exitCode: 6 });
    const said = ended.stdout + ended.stderr;
    const line =
      app
        .read(routes)
        .split('\n')
        .findIndex((text) => text.includes('door')) + 1;
    expect(said).toContain('The paths of 2 routes could not be computed');
    expect(said).toContain(`${routes}:${String(line)} (`);
    expect(said).toContain(`${routes}:${String(line + 1)} (`);
    expect(said).toContain('--login-path');
    expect(app.snapshot()).toEqual(before);
  });

  test.each([[['--login-page', 'generate']], [['--login-path', 'login']]])('%j answers it', async (flags) => {
    const app = computedPaths(door);
    expect(await app.run('--yes', ...flags)).toMatchObject({ exitCode: 0 });
    expect(await app.run('check')).toMatchObject({ exitCode: 0 });
    const after = app.snapshot();
    expect(await app.run('--yes')).toMatchObject({ exitCode: 0 });
    expect(app.snapshot()).toEqual(after);
  });

  test('--allow-manual takes what was found, and says so', async () => {
    const app = computedPaths(door);
    const ended = await app.run('--yes', '--allow-manual');
    expect(ended).toMatchObject({ exitCode: 0 });
    expect(ended.stdout + ended.stderr).toContain('could not be computed');
    expect(await app.run('check')).toMatchObject({ exitCode: 0 });
  });

  test('a sign-in among them can be named: its guard is a step for a person', async () => {
    const ended = await computedPaths(door).run('--yes', '--login-page', 'existing', '--login-path', 'door');
    expect(ended).toMatchObject({ exitCode: 6 });
    expect(ended.stdout + ended.stderr).not.toContain('could not be computed');
    expect(ended.stdout + ended.stderr).toContain('unlockGuard');
  });

  test('the environment answers it, too', async () => {
    const app = computedPaths(door);
    const env = { IDENTITY_VAULT_LOGIN_PAGE: 'generate' };
    expect(await app.runWith({ argv: ['--no-install', '--yes'], env })).toMatchObject({ exitCode: 0 });
  });

  test('are of no matter where the sign-in was found', async () => {
    const app = computedPaths(door, `{ path: 'login', ${page} },`);
    const ended = await app.run('--yes');
    expect(ended.stdout + ended.stderr).not.toContain('could not be computed');
  });
});
