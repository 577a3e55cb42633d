import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { App } from './app.ts';

const shapes = [
  'angular-21-plain',
  'angular-15-main',
  'angular-14-module',
  'angular-16-module-http-client-module',
  'angular-17-standalone-http-client-module',
  'angular-20-module',
];

const everyPath = (app: App) => readdirSync(app.root, { recursive: true, encoding: 'utf8' }).sort();

describe.each(shapes)('%s', (project) => {
  test('remove gives the bytes before the first run, and no folder stays', async () => {
    const app = new App(project);
    const before = app.snapshot();
    const paths = everyPath(app);
    await app.run('--yes');
    await app.run('--yes', '--unlock-path', 'locked', '--guard-name', 'gate');
    expect(await app.run('remove', '--yes')).toMatchObject({ exitCode: 0 });
    expect(app.snapshot()).toEqual(before);
    expect(everyPath(app)).toEqual(paths);
  });

  test('undo gives the bytes before the last run, and then there is nothing to undo', async () => {
    const app = new App(project);
    const first = app.snapshot();
    await app.run('--yes');
    const set = app.snapshot();
    await app.run('--yes', '--lock-after', '60000', '--no-tests', '--unlock-path', 'locked');
    expect(app.snapshot()).not.toEqual(set);
    expect(await app.run('undo', '--yes')).toMatchObject({ exitCode: 0 });
    expect(app.snapshot()).toEqual(set);
    const again = await app.run('undo', '--yes');
    expect(again).toMatchObject({ exitCode: 0 });
    expect(again.stderr).toContain('Nothing to undo');
    expect(app.snapshot()).toEqual(set);
    expect(first).not.toEqual(set);
  });
});

describe('undo', () => {
  test('of the first run leaves nothing behind', async () => {
    const app = new App('angular-21-plain');
    const before = app.snapshot();
    const paths = everyPath(app);
    await app.run('--yes');
    expect(await app.run('undo', '--yes')).toMatchObject({ exitCode: 0 });
    expect(app.snapshot()).toEqual(before);
    expect(everyPath(app)).toEqual(paths);
  });

  test('after a run that changed nothing still takes back the one that did', async () => {
    const app = new App('angular-21-plain');
    const before = app.snapshot();
    await app.run('--yes');
    await app.run('--yes');
    await app.run('undo', '--yes');
    expect(app.snapshot()).toEqual(before);
  });

  test('refuses where a touched file was changed since, and names it', async () => {
    const app = new App('angular-21-plain');
    await app.run('--yes');
    app.write('src/app/app.routes.ts', `${app.read('src/app/app.routes.ts')}// mine\n`);
    const before = app.snapshot();
    const ended = await app.run('undo', '--yes');
    expect(ended.exitCode).toBe(3);
    expect(ended.stderr).toContain('src/app/app.routes.ts');
    expect(app.snapshot()).toEqual(before);
  });

  test('--dry-run shows the diffs and writes nothing', async () => {
    const app = new App('angular-21-plain');
    await app.run('--yes');
    const before = app.snapshot();
    const ended = await app.run('undo', '--dry-run');
    expect(ended.exitCode).toBe(0);
    expect(ended.stdout).toContain('--- a/src/app/app.routes.ts');
    expect(app.snapshot()).toEqual(before);
    const { stdout } = await app.run('undo', '--yes', '--json');
    expect(JSON.parse(stdout)).toMatchObject({ ok: true, command: 'undo', exitCode: 0 });
  });

  test('needs somebody to say yes', async () => {
    const app = new App('angular-21-plain');
    await app.run('--yes');
    expect(await app.run('undo')).toMatchObject({ exitCode: 4 });
    expect(await app.run('remove')).toMatchObject({ exitCode: 4 });
  });

  test('a damaged copy of what was there is never given back', async () => {
    const app = new App('angular-21-plain');
    await app.run('--yes');
    const kept = readdirSync(join(app.root, '.identity-vault/undo/1')).filter((name) => name.startsWith('before-'));
    for (const name of kept) app.write(`.identity-vault/undo/1/${name}`, 'forged');
    const before = app.snapshot();
    expect(await app.run('undo', '--yes')).toMatchObject({ exitCode: 5 });
    expect(app.snapshot()).toEqual(before);
  });
});

describe('remove', () => {
  const service = 'src/app/identity/identity.service.ts';

  test('files the user edited stay and are listed', async () => {
    const app = new App('angular-21-plain');
    await app.run('--yes');
    const edited = app.read(service).replace('@Injectable', '// ours\n@Injectable');
    app.write(service, edited);
    const ended = await app.run('remove', '--yes', '--json');
    expect(ended.exitCode).toBe(0);
    expect(JSON.parse(ended.stdout)).toMatchObject({ kept: [service] });
    expect(app.read(service)).toBe(edited);
    expect(existsSync(join(app.root, '.identity-vault'))).toBe(false);
  });

  test('--force takes them out, too', async () => {
    const app = new App('angular-21-plain');
    const before = app.snapshot();
    await app.run('--yes');
    app.write(service, `${app.read(service)}\n// ours\n`);
    expect(await app.run('remove', '--yes', '--force')).toMatchObject({ exitCode: 0 });
    expect(app.snapshot()).toEqual(before);
  });

  test('our lines are taken out of app files that were edited since', async () => {
    const app = new App('angular-21-plain');
    const path = 'src/app/app.routes.ts';
    const before = app.snapshot();
    await app.run('--yes');
    app.write(
      path,
      app.read(path).replace('// last', '// the last one').replace('export const', '// ours\nexport const'),
    );
    expect(await app.run('remove', '--yes')).toMatchObject({ exitCode: 0 });
    const expected = (before[path] ?? '')
      .replace('// last', '// the last one')
      .replace('export const', '// ours\nexport const');
    expect(app.read(path)).toBe(expected);
  });

  test('a dependency the package manager moved is taken out all the same', async () => {
    const app = new App('angular-21-plain');
    const before = JSON.parse(app.read('package.json')) as object;
    await app.run('--yes');
    const sorted = JSON.parse(app.read('package.json')) as { dependencies: Record<string, string> };
    sorted.dependencies = Object.fromEntries(Object.entries(sorted.dependencies).reverse());
    app.write('package.json', JSON.stringify(sorted, null, '\t'));
    expect(await app.run('remove', '--yes')).toMatchObject({ exitCode: 0 });
    expect(JSON.parse(app.read('package.json'))).toEqual(before);
  });

  test('code of ours that was rewritten is a step for a person, with its line', async () => {
    const app = new App('angular-21-plain');
    const path = 'src/app/app.routes.ts';
    await app.run('--yes');
    const rewritten = app
      .read(path)
      .replace(/import \{ authGuard, (\w+) \}.*/, 'import {\n  authGuard,\n  $1,\n} from "./identity/auth.guard"');
    expect(rewritten).toContain('  authGuard,\n');
    app.write(path, rewritten);
    const before = app.snapshot();
    const ended = await app.run('remove', '--yes');
    expect(ended.exitCode).toBe(6);
    expect(ended.stderr).toContain(`${path}:5`);
    expect(app.snapshot()).toEqual(before);
    expect(await app.run('remove', '--yes', '--allow-manual')).toMatchObject({ exitCode: 6 });
    expect(app.read(path)).toContain('authGuard,');
  });

  test('without a set-up there is nothing to remove', async () => {
    const app = new App('angular-21-plain');
    const ended = await app.run('remove', '--yes');
    expect(ended).toMatchObject({ exitCode: 0 });
    expect(ended.stderr).toContain('Nothing to remove');
  });
});
