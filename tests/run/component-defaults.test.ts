import { expect, test } from 'vitest';
import { App } from './app.ts';

const folder = 'src/app/identity';

function withDefaults(defaults: Readonly<Record<string, unknown>>): App {
  const app = new App('angular-21-plain');
  const workspace = JSON.parse(app.read('angular.json')) as Record<string, unknown>;
  app.write(
    'angular.json',
    JSON.stringify({ ...workspace, schematics: { '@schematics/angular:component': defaults } }),
  );
  return app;
}

test.each([
  { asked: 'css', written: 'css' },
  { asked: 'less', written: 'less' },
  { asked: 'sass', written: 'scss' },
  { asked: 'none', written: 'css' },
])('style sheets are $written where the workspace asks for $asked', async ({ asked, written }) => {
  const app = withDefaults({ style: asked });
  expect(await app.run('--yes', '--passcode-prompt', 'custom')).toMatchObject({ exitCode: 0 });
  for (const name of ['unlock/unlock.page', 'login/login.page', 'passcode/passcode.modal']) {
    const sheet = `./${name.split('/').at(-1) ?? ''}.${written}`;
    expect(app.read(`${folder}/${name}.ts`)).toContain(`styleUrl: '${sheet}'`);
    expect(app.read(`${folder}/${name}.${written}`)).toContain('.error {');
  }
});

test('style sheets of an earlier run keep their names', async () => {
  const app = await App.setUp('angular-21-plain');
  const workspace = JSON.parse(app.read('angular.json')) as Record<string, unknown>;
  const schematics = { '@schematics/angular:component': { style: 'css' } };
  app.write('angular.json', JSON.stringify({ ...workspace, schematics }));
  const before = app.snapshot();
  expect(await app.run('--yes')).toMatchObject({ exitCode: 0 });
  expect(app.snapshot()).toEqual(before);
});

test('specs are left out where the workspace wants none, unless they are asked for', async () => {
  const specsOf = async (...flags: string[]): Promise<number> => {
    const app = withDefaults({ skipTests: true });
    expect(await app.run('--yes', ...flags)).toMatchObject({ exitCode: 0 });
    return Object.keys(app.snapshot()).filter((path) => path.startsWith(folder) && path.endsWith('.spec.ts')).length;
  };
  expect(await specsOf()).toBe(0);
  expect(await specsOf('--tests')).toBeGreaterThan(3);
});
