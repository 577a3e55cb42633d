import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { frameworks } from '../../src/frameworks/frameworks.ts';
import { App } from '../run/app.ts';
import { readReport } from '../report/read-report.ts';
import { catalog, optionsFor } from '../../src/options/catalog/catalog.ts';

const project = fileURLToPath(new URL('app', import.meta.url));
const setUp = ['--yes', '--api-origins', 'https://api.tiny.example.com'];

describe('an app of a second framework', () => {
  test('is set up', async () => {
    const app = new App(project);
    const { exitCode, stderr } = await app.run(...setUp);
    expect({ exitCode, stderr }).toMatchObject({ exitCode: 0 });
    expect(stderr).toContain('tiny-notes (Tiny 3, Ionic 8, Capacitor 7, npm)');
    expect(stderr).toContain('The vault starts with src/main.js.');
    expect(app.read('src/main.js')).toContain("import { IdentityService } from './identity/identity';\n");
    expect(app.read('src/main.js')).toContain('start(pages, [Logger, IdentityService]);');
    expect(app.read('src/identity/identity.js')).toContain("API_ORIGINS = ['https://api.tiny.example.com']");
    expect(app.read('src/identity/unlock.js')).toContain("import { IdentityService } from './identity.js'");
    expect(JSON.parse(app.read('src/pages.json'))).toEqual({
      about: './about.js',
      home: './home.js',
      unlock: './identity/unlock.js',
    });
    expect(JSON.parse(app.read('package.json'))).toMatchObject({
      dependencies: { 'capacitor-identity-vault': '^0.1.0' },
    });
    const config = JSON.parse(app.read('identity-vault.config.json')) as object;
    expect(config).toMatchObject({ framework: 'tiny', project: 'notes', pageTitle: 'Locked' });
    expect(Object.keys(config)).not.toContain('guardName');
  });

  test('has options of its own, and none of another framework', async () => {
    const app = new App(project);
    expect((await app.run(...setUp, '--page-title', 'Hello')).exitCode).toBe(0);
    expect(app.read('src/identity/unlock.js')).toContain("title = 'Hello'");
    const { exitCode, stderr } = await app.run('--yes', '--guard-name', 'gate');
    expect(exitCode).toBe(64);
    expect(stderr).toContain('guardName: only Angular apps have it, and this app is built with Tiny; leave it out');
  });

  test('tells in a dry run what it would get, and is not written to', async () => {
    const app = new App(project);
    const before = app.snapshot();
    const { exitCode, stdout } = await app.run('--dry-run');
    expect(exitCode).toBe(0);
    expect(stdout).toContain('+++ b/src/identity/identity.js');
    expect(stdout).toContain('+  "unlock": "./identity/unlock.js"');
    expect(app.snapshot()).toEqual(before);
  });

  test('gets no byte from a second run, and another option from a third', async () => {
    const app = new App(project);
    await app.run(...setUp);
    const once = app.snapshot();
    expect((await app.run('--yes')).exitCode).toBe(0);
    expect(app.snapshot()).toEqual(once);
    await app.run('--yes', '--unlock-path', 'locked');
    expect(Object.keys(JSON.parse(app.read('src/pages.json')) as object)).toEqual(['about', 'home', 'locked']);
    await app.run('--yes', '--unlock-path', 'unlock');
    expect(app.snapshot()).toEqual(once);
  });

  test('is checked', async () => {
    const app = new App(project);
    await app.run(...setUp);
    expect((await app.run('check')).exitCode).toBe(0);
    app.write('src/pages.json', app.read('src/pages.json').replace(/,\n.*unlock.*\n/, '\n'));
    const { exitCode, stdout } = await app.run('check');
    expect({ exitCode, stdout }).toMatchObject({ exitCode: 2 });
    expect(stdout).toContain('src/pages.json');
  });

  test('is described as the published schema has it', async () => {
    const { stdout } = await new App(project).run('info', '--json');
    const document = readReport(stdout);
    expect(document).toMatchObject({
      command: 'info',
      app: { framework: { id: 'tiny', major: 3, pages: 'src/pages.json' }, ionic: 8, project: 'notes' },
      options: { framework: { value: 'tiny', origin: 'detected' }, pageTitle: { value: 'Locked', origin: 'default' } },
    });
    const { stdout: text } = await new App(project).run('info');
    expect(text).toMatch(/framework +Tiny 3\n/);
    expect(text).toMatch(/pages +src\/pages\.json\n/);
  });

  test('has all of it taken out, to the byte', async () => {
    const app = new App(project);
    const before = app.snapshot();
    await app.run(...setUp);
    expect(app.snapshot()).not.toEqual(before);
    expect((await app.run('remove', '--yes')).exitCode).toBe(0);
    expect(app.snapshot()).toEqual(before);
  });

  test('leaves to a person what its recipe can’t do, in the recipe’s own words', async () => {
    const app = new App(project);
    app.write('src/main.js', app.read('src/main.js').replace('[Logger]', 'all()'));
    const { exitCode, stderr } = await app.run(...setUp);
    expect(exitCode).toBe(6);
    expect(stderr).toContain('src/main.js:6');
    expect(stderr).toContain('The services are not written as an array literal here.');
    expect(stderr).toContain('// in the services of start():');
  });

  test('is refused with what its framework says', async () => {
    const app = new App(project);
    app.write('tiny.json', '{}');
    const { exitCode, stderr } = await app.run('--yes');
    expect(exitCode).toBe(5);
    expect(stderr).toContain('There is no tiny.json beside package.json.');
  });
});

describe('with two frameworks', () => {
  test('an app of the first gets what it got', async () => {
    const app = new App('angular-21-plain');
    expect((await app.run('--yes')).exitCode).toBe(0);
    expect(app.read('src/app/app.config.ts')).toContain('withInterceptors([authInterceptor])');
    expect((await app.run('check')).exitCode).toBe(0);
    const { exitCode, stderr } = await app.run('--yes', '--page-title', 'Hello');
    expect({ exitCode, stderr }).toMatchObject({ exitCode: 64 });
    expect(stderr).toContain('pageTitle: only Tiny apps have it, and this app is built with Angular; leave it out');
  });

  test('an option of one stands in the catalog where those of the other do, and is none of the other’s', () => {
    const keys = (id: string): string[] => optionsFor({ framework: { id } }).map(({ key }) => key);
    const known: string[] = catalog.map(({ key }) => key);
    expect(known.filter((key) => !keys('angular').includes(key))).toEqual(['pageTitle']);
    expect(known.filter((key) => !keys('tiny').includes(key))).toEqual([
      'interceptorName',
      'guardName',
      'runtimeAddresses',
    ]);
    expect(keys('tiny').slice(keys('tiny').indexOf('sessionName')).slice(0, 3)).toEqual([
      'sessionName',
      'pageTitle',
      'loginPath',
    ]);
  });

  test('an app of neither is told of both', async () => {
    const app = new App(project);
    app.write('package.json', '{"name":"app"}');
    const { stderr } = await app.run('--yes');
    expect(stderr).toContain(
      'This is not an Ionic Angular or Ionic Tiny app: @ionic/angular and @ionic/tiny are not in its package.json.',
    );
  });

  test('each stands under its id, and the second cost the registry one line and its import', () => {
    expect(Object.entries(frameworks).map(([key, { id }]) => [key, id])).toEqual([
      ['angular', 'angular'],
      ['tiny', 'tiny'],
    ]);
    const [shipped, second] = ['../../src/frameworks/frameworks.ts', 'frameworks.ts'].map((path) =>
      readFileSync(new URL(path, import.meta.url), 'utf8')
        .replaceAll('../../src/frameworks/', './')
        .split('\n'),
    );
    expect(second!.filter((line) => !shipped!.includes(line))).toEqual([
      "import { tiny } from './tiny/tiny.ts';",
      '  tiny,',
    ]);
    expect(shipped!.filter((line) => !second!.includes(line))).toEqual([]);
  });
});
