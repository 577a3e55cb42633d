import { describe, expect, test } from 'vitest';
import { App } from './app.ts';

const config = 'identity-vault.config.json';
const state = '.identity-vault/state.json';

describe('a configuration that was written before the first run', () => {
  test.each([
    { how: 'as JSON.stringify does', text: '{"lockAfter":7000}' },
    { how: 'in a style of its own', text: '{\r\n\t"tests": false,\r\n\r\n\t"lockAfter" : 7000\r\n}' },
    { how: 'with a byte order mark', text: '\uFEFF{ "lockAfter": 7000 }\n' },
  ])('$how: it is followed, and remove gives it back', async ({ text }) => {
    const app = new App('angular-21-plain');
    app.write(config, text);
    const before = app.snapshot();
    expect(await app.run('--yes')).toMatchObject({ exitCode: 0 });
    expect(app.read('src/app/identity/identity.service.ts')).toContain('lockAfter: 7000');
    expect(await app.run('check')).toMatchObject({ exitCode: 0 });
    expect(await app.run('--yes', '--lock-after', '8000')).toMatchObject({ exitCode: 0 });
    expect(await app.run('remove', '--yes')).toMatchObject({ exitCode: 0 });
    expect(app.snapshot()).toEqual(before);
  });

  test('a state that is rebuilt keeps it, where git left a side of it', async () => {
    const app = new App('angular-21-plain');
    app.write(config, '{"lockAfter":7000}');
    const before = app.snapshot();
    await app.run('--yes');
    const set = app.read(state);
    const [tool = ''] = /^ *"toolVersion".*\n/m.exec(set) ?? [];
    app.write(state, set.replace(tool, `<<<<<<< HEAD\n${tool}=======\n${tool.replace('0.1', '0.0')}>>>>>>> theirs\n`));
    await app.run('--yes');
    expect(app.read(state)).toBe(set);
    await app.run('remove', '--yes');
    expect(app.snapshot()).toEqual(before);
  });

  test('the app keeps its own login page, although a configuration is there', async () => {
    const app = new App('angular-20-module');
    app.write(config, '{"lockAfter":7000}');
    await app.run('--yes');
    expect(JSON.parse(app.read(config))).toMatchObject({ loginPage: 'existing', loginPath: 'login' });
  });
});

describe('files that an editor saved with a byte order mark', () => {
  test.each([config, state])('%s: the set-up is the same', async (path) => {
    const app = new App('angular-21-plain');
    await app.run('--yes');
    const before = app.snapshot();
    app.write(path, `\uFEFF${app.read(path)}`);
    expect(await app.run('check')).toMatchObject({ exitCode: 0 });
    expect(await app.run('--yes', '--lock-after', '60000')).toMatchObject({ exitCode: 0 });
    expect(await app.run('--yes', '--lock-after', '5000')).toMatchObject({ exitCode: 0 });
    expect({ ...app.snapshot(), [path]: '' }).toEqual({ ...before, [path]: '' });
  });
});
