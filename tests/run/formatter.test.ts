import { mkdirSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { check, format } from 'prettier';
import { describe, expect, test } from 'vitest';
import { App } from './app.ts';

const installed = dirname(createRequire(import.meta.url).resolve('prettier/package.json'));
const style = { useTabs: true, semi: false, singleQuote: true, printWidth: 80 } as const;

const broken = [
  { case: 'a plugin', config: { plugins: ['prettier-plugin-nowhere'] }, name: 'prettier-plugin-nowhere' },
  { case: 'a shared configuration', config: '@example/prettier-config', name: '@example/prettier-config' },
];

/** An app that formats its code with a Prettier of its own; `install` puts it into node_modules. */
function formattedApp({ install }: { readonly install: boolean }): App {
  const app = new App('angular-21-plain');
  const manifest = JSON.parse(app.read('package.json')) as { devDependencies: object };
  manifest.devDependencies = { ...manifest.devDependencies, prettier: '^3.0.0' };
  app.write('package.json', `${JSON.stringify(manifest, null, 2)}\n`);
  app.write('.prettierrc', JSON.stringify(style));
  if (!install) return app;
  mkdirSync(join(app.root, 'node_modules'));
  symlinkSync(installed, join(app.root, 'node_modules/prettier'));
  return app;
}

const routes = 'src/app/app.routes.ts';
const config = 'src/app/app.config.ts';

describe('an app with Prettier', () => {
  test('a file that was clean stays clean, and one that was not is only inserted into', async () => {
    const app = formattedApp({ install: true });
    app.write(routes, await format(app.read(routes), { ...style, filepath: routes }));
    const before = app.read(config);
    expect(await app.run('--yes')).toMatchObject({ exitCode: 0 });
    expect(await check(app.read(routes), { ...style, filepath: routes })).toBe(true);
    expect(
      app
        .read(config)
        .split('\n')
        .filter((line) => before.includes(line)).length,
    ).toBeGreaterThanOrEqual(before.split('\n').length - 1);
    expect(app.read(config)).toContain('provideIonicAngular(), // Material on Android');
  });

  test('generated files and the configuration are as it would leave them', async () => {
    const app = formattedApp({ install: true });
    await app.run('--yes');
    for (const path of ['identity.service.ts', 'auth.guard.ts', 'unlock/unlock.page.html'].map(
      (name) => `src/app/identity/${name}`,
    )) {
      expect(await check(app.read(path), { ...style, filepath: path }), path).toBe(true);
    }
    expect(app.read('identity-vault.config.json')).toMatch(/^\{\n\t"/);
  });

  test('twice is 0 bytes; changed and changed back gives the bytes back', async () => {
    const app = formattedApp({ install: true });
    app.write(routes, await format(app.read(routes), { ...style, filepath: routes }));
    await app.run('--yes');
    const before = app.snapshot();
    await app.run('--yes');
    expect(app.snapshot()).toEqual(before);
    await app.run('--yes', '--unlock-path', 'locked', '--guard-name', 'gate');
    expect(app.snapshot()).not.toEqual(before);
    await app.run('--yes', '--unlock-path', 'unlock', '--guard-name', 'authGuard');
    expect(app.snapshot()).toEqual(before);
  });

  test('check needs no Prettier, a run that writes does', async () => {
    const app = formattedApp({ install: false });
    const ended = await app.run('--yes');
    expect(ended.exitCode).toBe(5);
    expect(ended.stderr).toContain('not installed');
    expect(ended.stderr).toContain('npm install');

    const other = formattedApp({ install: true });
    await other.run('--yes');
    rmSync(join(other.root, 'node_modules'), { recursive: true });
    expect(await other.run('check')).toMatchObject({ exitCode: 0 });
    other.write(routes, `${other.read(routes)}\nexport const more = 1\n`);
    expect(await other.run('check')).toMatchObject({ exitCode: 0 });
  });

  test('that is not installed: a dry run shows the plan and says so', async () => {
    const app = formattedApp({ install: false });
    app.write('pnpm-lock.yaml', '');
    const before = app.snapshot();
    const ended = await app.run('--dry-run');
    expect(ended).toMatchObject({ exitCode: 0 });
    expect(ended.stdout).toContain('+++ b/src/app/identity/identity.service.ts');
    expect(ended.stderr.replaceAll(/\s+/g, ' ')).toMatch(/not formatted: [^]*not installed[^]*pnpm install/);
    expect(app.snapshot()).toEqual(before);
    expect(await app.run('--yes')).toMatchObject({ exitCode: 5 });
  });

  test.each(broken)('$case of it that is not there: exit 5, and a dry run all the same', async ({ config, name }) => {
    const app = formattedApp({ install: true });
    app.write('.prettierrc', JSON.stringify(config));
    const before = app.snapshot();
    const ended = await app.run('--yes');
    expect(ended).toMatchObject({ exitCode: 5, stdout: '' });
    expect(ended.stderr).toContain(name);
    expect(ended.stderr).toContain('Install the app’s dependencies');
    expect(ended.stderr).not.toContain('Internal error');
    const dry = await app.run('--dry-run');
    expect(dry).toMatchObject({ exitCode: 0 });
    expect(dry.stderr.replaceAll(/\s+/g, ' ')).toContain(`not formatted: The app’s Prettier needs ${name}`);
    expect(app.snapshot()).toEqual(before);
  });

  test('in the package.json of the repository alone is the app’s, too', async () => {
    const app = formattedApp({ install: true });
    const { root } = app;
    const own = JSON.parse(app.read('package.json')) as { devDependencies: Record<string, string> };
    const { prettier, ...devDependencies } = own.devDependencies;
    mkdirSync(join(root, 'app'));
    for (const name of ['angular.json', 'capacitor.config.ts', 'ios', 'src'])
      renameSync(join(root, name), join(root, 'app', name));
    app.write('app/package.json', JSON.stringify({ ...own, devDependencies }));
    app.write('package.json', JSON.stringify({ private: true, devDependencies: { prettier } }));
    mkdirSync(join(root, '.git'));
    expect(await app.run('--yes', '-C', 'app')).toMatchObject({ exitCode: 0 });
    const path = 'app/src/app/identity/identity.service.ts';
    expect(await check(app.read(path), { ...style, filepath: path })).toBe(true);
  });
});
