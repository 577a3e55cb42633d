import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { App } from './app.ts';

function mkdirIn(root: string, name: string): string {
  mkdirSync(join(root, name), { recursive: true });
  return join(root, name);
}

interface Planned {
  readonly plan: { readonly commands: readonly { id: string; argv: string[]; folder?: string; typed?: string }[] };
  readonly changes: readonly { readonly path: string }[];
}

async function planned(app: App, ...argv: string[]): Promise<Planned> {
  const { stdout } = await app.run('--dry-run', '--json', ...argv);
  return JSON.parse(stdout) as Planned;
}

/** Each workspace, how an app of it is named, where its set-up goes, and a line that has to be in one of its files. */
const shapes = [
  {
    project: 'nx-root-package',
    flags: ['-C', 'apps/mobile', '--code-dir', 'libs/mobile/shell/src/lib/identity'],
    home: 'apps/mobile',
    file: 'libs/mobile/shell/src/lib/shell.routes.ts',
    has: "path: 'unlock'",
  },
  {
    project: 'nx-root-package',
    flags: ['--project', 'staff'],
    home: 'apps/staff',
    file: 'apps/staff/src/app/app.config.ts',
    has: 'provideHttpClient(withInterceptors([authInterceptor]))',
  },
  {
    project: 'nx-package-per-app',
    flags: ['--allow-manual'],
    home: 'apps/shop',
    file: 'apps/shop/src/main.ts',
    has: 'withInterceptors([authInterceptor])',
    exitCode: 6,
  },
  { project: 'pnpm-catalog', flags: [], home: 'packages/app', file: 'packages/app/src/main.ts', has: 'path: "unlock"' },
  { project: 'yarn-pnp', flags: [], home: '', file: 'src/app/app.routes.ts', has: "path: 'unlock'" },
  { project: 'bun', flags: [], home: 'apps/phone', file: 'apps/phone/src/main.ts', has: "path: 'unlock'" },
  {
    project: 'angular-18-two-apps',
    flags: ['-C', 'projects/staff'],
    home: 'projects/staff',
    file: 'projects/staff/src/app/pages.ts',
    has: "path: 'unlock'",
  },
];

describe.each(shapes)('$project $flags', ({ project, flags, home, file, has, exitCode = 0 }) => {
  const inHome = (path: string) => (home === '' ? path : `${home}/${path}`);

  test('is set up in the home of the app, and a second run changes nothing', async () => {
    const app = new App(project);
    const first = await app.run('--yes', ...flags);
    expect(first, first.stderr).toMatchObject({ exitCode });
    expect(app.read(file)).toContain(has);
    const after = app.snapshot();
    expect(Object.keys(after).filter((path) => path.includes('identity-vault.config.json'))).toEqual([
      inHome('identity-vault.config.json'),
    ]);
    expect(Object.keys(after)).toContain(inHome('.identity-vault/state.json'));
    expect(await app.run('--yes', ...flags)).toMatchObject({ exitCode });
    expect(app.snapshot()).toEqual(after);
  });

  test('check finds it from the folder of the app, and from where it was set up', async () => {
    const app = new App(project);
    await app.run('--yes', ...flags);
    const drift = exitCode === 0 ? 0 : 2;
    expect(await app.run('check', '-C', home === '' ? '.' : home)).toMatchObject({ exitCode: drift });
    expect(await app.run('check')).toMatchObject({ exitCode: drift });
    app.write(file, `${app.read(file)}\nexport const more = 1\n`);
    expect(await app.run('check', '-C', home === '' ? '.' : home)).toMatchObject({ exitCode: drift });
  });

  test('--dry-run writes nothing and names what the run writes', async () => {
    const app = new App(project);
    const before = app.snapshot();
    const { changes } = await planned(app, ...flags);
    expect(app.snapshot()).toEqual(before);
    await app.run('--yes', ...flags);
    const after = app.snapshot();
    const changed = Object.keys(after).filter((path) => after[path] !== before[path]);
    expect(changed.map((path) => changes.some((change) => path.endsWith(change.path)))).not.toContain(false);
    expect(changes).toHaveLength(changed.length);
  });

  test('A, B, A gives the bytes of A', async () => {
    const app = new App(project);
    await app.run('--yes', ...flags);
    const before = app.snapshot();
    const there = ['--lock-after', '60000', '--unlock-path', 'locked', '--no-tests'];
    const back = ['--lock-after', '5000', '--unlock-path', 'unlock', '--tests'];
    expect(await app.run('--yes', ...flags, ...there)).toMatchObject({ exitCode });
    expect(app.snapshot()).not.toEqual(before);
    expect(await app.run('--yes', ...flags, ...back)).toMatchObject({ exitCode });
    expect(app.snapshot()).toEqual(before);
  });
});

describe('routes in a library', () => {
  test('are left to a person where the code is in the app, which the library must not import', async () => {
    const app = new App('nx-root-package');
    const { exitCode, stdout } = await app.run('--yes', '-C', 'apps/mobile', '--allow-manual', '--json');
    expect(exitCode).toBe(6);
    expect(app.read(routesOfLibrary)).not.toContain('unlock');
    const { manual } = (JSON.parse(stdout) as { plan: { manual: { path: string; reason: string; lines: string[] }[] } })
      .plan;
    expect(manual.length).toBeGreaterThan(1);
    for (const { path, reason, lines } of manual) {
      expect(path).toBe(routesOfLibrary);
      expect(reason).toContain('--code-dir libs/mobile/shell/src/lib/identity');
      expect(lines.join('\n')).toContain("'./identity/");
      expect(lines.join('\n')).not.toContain('apps/');
    }

    const there = ['--code-dir', 'libs/mobile/shell/src/lib/identity'];
    expect(await app.run('--yes', '-C', 'apps/mobile', ...there)).toMatchObject({ exitCode: 0 });
    expect(app.read(routesOfLibrary)).toContain("import('./identity/unlock/unlock.page')");
    expect(app.read('apps/mobile/src/app/app.config.ts')).toContain(
      "'../../../../libs/mobile/shell/src/lib/identity/auth.interceptor'",
    );
  });
});

const routesOfLibrary = 'libs/mobile/shell/src/lib/shell.routes.ts';

const pairs = [
  { project: 'nx-root-package', first: ['-C', 'apps/mobile'], second: ['-C', 'apps/staff'] },
  { project: 'angular-18-two-apps', first: ['--project', 'guests'], second: ['-C', 'projects/staff'] },
];

/** With the routes of each app in its own folder. */
function pairOf(project: string): App {
  const app = new App(project);
  if (project !== 'nx-root-package') return app;
  const config = 'apps/mobile/src/app/app.config.ts';
  app.write('apps/mobile/src/app/app.routes.ts', app.read(routesOfLibrary));
  app.write(config, app.read(config).replace('@acme/mobile-shell', './app.routes'));
  return app;
}

describe.each(pairs)('two apps of $project', ({ project, first, second }) => {
  test('keep each other’s bytes', async () => {
    const app = pairOf(project);
    await app.run('--yes', ...first);
    const one = app.snapshot();
    expect(await app.run('--yes', ...second)).toMatchObject({ exitCode: 0 });
    const both = app.snapshot();
    for (const path of Object.keys(one)) {
      if (!path.startsWith(second[1] ?? '')) expect(both[path], path).toBe(one[path]);
    }
    expect(await app.run('--yes', ...first)).toMatchObject({ exitCode: 0 });
    expect(app.snapshot()).toEqual(both);
    for (const which of [first, second]) expect(await app.run('check', ...which)).toMatchObject({ exitCode: 0 });
  });

  test('can be changed and changed back, one beside the other', async () => {
    const app = pairOf(project);
    await app.run('--yes', ...first);
    await app.run('--yes', ...second);
    const both = app.snapshot();
    await app.run('--yes', ...first, '--unlock-path', 'locked');
    expect(await app.run('check', ...second)).toMatchObject({ exitCode: 0 });
    await app.run('--yes', ...first, '--unlock-path', 'unlock');
    expect(app.snapshot()).toEqual(both);
  });

  test('share the packed plugin of a source checkout', async () => {
    const app = pairOf(project);
    const pluginFolder = mkdtempSync(join(tmpdir(), 'plugin-'));
    onTestFinished(() => rmSync(pluginFolder, { recursive: true }));
    writeFileSync(join(pluginFolder, 'capacitor-identity-vault-0.1.0-0123abcd.tgz'), 'packed');
    for (const which of [first, second, first]) {
      const ended = await app.runWith({ argv: ['--yes', '--no-install', ...which], pluginFolder });
      expect(ended, ended.stderr).toMatchObject({ exitCode: 0 });
    }
    const archives = Object.keys(app.snapshot()).filter((path) => path.endsWith('.tgz'));
    expect(archives).toHaveLength(1);
    expect(app.read('package.json')).toContain(`"file:${archives[0] ?? ''}"`);
    for (const which of [first, second]) {
      const ended = await app.runWith({ argv: ['check', ...which], pluginFolder });
      expect(ended, ended.stdout).toMatchObject({ exitCode: 0 });
    }
  });

  test.each([
    { order: 'the first, then the second', ends: [first, second] },
    { order: 'the second, then the first', ends: [second, first] },
  ])('$order are taken out: the dependency goes with the last', async ({ ends: [one = [], last = []] }) => {
    for (const packed of [false, true]) {
      const app = pairOf(project);
      const pluginFolder = mkdtempSync(join(tmpdir(), 'plugin-'));
      onTestFinished(() => rmSync(pluginFolder, { recursive: true }));
      if (packed) writeFileSync(join(pluginFolder, 'capacitor-identity-vault-0.1.0-0123abcd.tgz'), 'packed');
      const run = (...argv: string[]) => app.runWith({ argv: ['--no-install', ...argv], pluginFolder });
      const before = app.snapshot();
      for (const which of [first, second]) await run('--yes', ...which);
      const set = app.read('package.json');
      const removed = await run('remove', '--yes', ...one);
      expect(removed, removed.stderr).toMatchObject({ exitCode: 0 });
      expect(removed.stderr).toContain('stays in package.json');
      expect(app.read('package.json')).toBe(set);
      const checked = await run('check', ...last);
      expect(checked, checked.stdout).toMatchObject({ exitCode: 0 });
      expect(await run('--yes', ...last)).toMatchObject({ exitCode: 0 });
      expect(await run('remove', '--yes', ...last)).toMatchObject({ exitCode: 0 });
      expect(app.snapshot()).toEqual(before);
    }
  });

  test('undo of the run that brought the dependency is refused while the other needs it', async () => {
    const app = pairOf(project);
    await app.run('--yes', ...first);
    await app.run('--yes', ...second);
    const both = app.snapshot();
    const ended = await app.run('undo', '--yes', ...first);
    expect(ended).toMatchObject({ exitCode: 3 });
    expect(ended.stderr).toContain('Another app');
    expect(app.snapshot()).toEqual(both);
    expect(await app.run('undo', '--yes', ...second)).toMatchObject({ exitCode: 0 });
    expect(await app.run('undo', '--yes', ...first)).toMatchObject({ exitCode: 0 });
  });

  test('from the folder above, the only one that is set up is meant; with both, it has to be said', async () => {
    const app = pairOf(project);
    await app.run('--yes', ...second);
    expect(await app.run('--yes')).toMatchObject({ exitCode: 0 });
    await app.run('--yes', ...first);
    const ended = await app.run('--yes');
    expect(ended).toMatchObject({ exitCode: 4 });
    expect(ended.stderr).toContain(`-C ${second[1] ?? ''}`);
  });
});

describe('commands', () => {
  const install = (manager: string) => ({ id: 'install', argv: [manager, 'install'] });
  test.each([
    {
      project: 'nx-root-package',
      flags: ['--project', 'mobile'],
      commands: [
        install('npm'),
        { argv: ['cap', 'update'], folder: 'apps/mobile', typed: 'cd apps/mobile && npx cap update' },
      ],
    },
    {
      project: 'pnpm-catalog',
      flags: [],
      commands: [install('pnpm'), { argv: ['cap', 'update'], typed: 'pnpm exec cap update' }],
    },
    { project: 'yarn-pnp', flags: [], commands: [install('yarn')] },
    { project: 'bun', flags: [], commands: [install('bun')] },
  ])('$project', async ({ project, flags, commands }) => {
    expect((await planned(new App(project), ...flags)).plan.commands).toMatchObject(commands);
  });

  test('web assets outside the app count as built', async () => {
    const app = new App('nx-root-package');
    app.write('dist/apps/mobile/browser/index.html', '');
    const { plan } = await planned(app, '-C', 'apps/mobile');
    expect(plan.commands[1]).toMatchObject({ typed: 'cd apps/mobile && npx cap sync' });
  });
});

describe('what is said', () => {
  test('a sibling that never imports Ionic is no app to choose', async () => {
    const ended = await new App('nx-root-package').run('--yes');
    expect(ended).toMatchObject({ exitCode: 4 });
    expect(ended.stderr).toContain('-C apps/mobile');
    expect(ended.stderr).not.toMatch(/apps\/(api|website)/);
    const inApi = await new App('nx-root-package').run('--yes', '-C', 'apps/api');
    expect(inApi).toMatchObject({ exitCode: 5 });
    expect(inApi.stderr).toMatch(/api is not an Ionic app[^]*-C apps\/staff/);
  });

  test('code that is shared with others outside the package is left to a person', async () => {
    const { stderr, exitCode } = await new App('nx-package-per-app').run('--yes');
    expect(exitCode).toBe(6);
    expect(stderr).toContain('../../packages/core/src/routes.ts:1');
    expect(stderr).toContain("path: 'unlock'");
  });

  test('which of several lock files and Capacitor configurations is used', async () => {
    const app = new App('angular-21-plain');
    app.write('yarn.lock', '');
    app.write('package-lock.json', '{}');
    app.write('capacitor.config.json', '{}');
    const { stderr } = await app.run('--yes');
    expect(stderr.replaceAll(/\s+/g, ' ')).toMatch(
      /yarn is used, because of yarn.lock; passed over: package-lock.json/,
    );
    expect(stderr).toContain('Capacitor reads capacitor.config.ts and never');
  });

  test('one app below the folder is taken', async () => {
    const app = new App('pnpm-catalog');
    const { stderr, exitCode } = await app.run('--yes');
    expect(exitCode).toBe(0);
    expect(stderr).toContain(join(app.root, 'packages/app'));
  });

  test('Prettier that can’t be loaded is passed over', async () => {
    const { stderr } = await new App('yarn-pnp').run('--yes');
    expect(stderr.replaceAll(/\s+/g, ' ')).toContain('with Plug’n’Play prettier can’t be used from here');
  });

  test('how to check the app in CI', async () => {
    const { stderr } = await new App('nx-root-package').run('--yes', '--project', 'staff');
    expect(stderr).toContain('check -C apps/staff');
  });

  test('the only project, with its Capacitor in its own folder', async () => {
    const app = new App('angular-18-two-apps');
    const workspace = JSON.parse(app.read('angular.json')) as { projects: Record<string, object> };
    delete workspace.projects['guests'];
    app.write('angular.json', JSON.stringify(workspace));
    rmSync(join(app.root, 'capacitor.config.js'));
    app.write('projects/staff/capacitor.config.json', '{}');
    expect(await app.run('--yes')).toMatchObject({ exitCode: 0 });
    expect(Object.keys(app.snapshot())).toContain('projects/staff/identity-vault.config.json');
    expect(await app.run('check')).toMatchObject({ exitCode: 0 });
  });

  test('an app two folders below one that is no package', async () => {
    const app = new App('angular-21-plain');
    const root = join(app.root, 'frontend/app');
    cpSync(app.root, `${app.root}-copy`, { recursive: true });
    for (const name of readdirSync(app.root)) rmSync(join(app.root, name), { recursive: true });
    renameSync(`${app.root}-copy`, join(mkdirIn(app.root, 'frontend'), 'app'));
    expect(await app.run('--yes')).toMatchObject({ exitCode: 0 });
    expect(readdirSync(root)).toContain('.identity-vault');
  });

  test('settings of pnpm make no monorepo', async () => {
    const app = new App('angular-21-plain');
    app.write('pnpm-workspace.yaml', 'minimumReleaseAge: 10\n');
    app.write('packages/other/package.json', '{"dependencies":{"@ionic/angular":"8.0.0"}}');
    expect(await app.run('--yes')).toMatchObject({ exitCode: 0 });
  });

  test('two app targets, and white space before the XML of one: both get the text', async () => {
    const app = new App('angular-21-plain');
    app.write('ios/App/Other/Info.plist', `\n${app.read('ios/App/App/Info.plist')}`);
    expect(await app.run('--yes')).toMatchObject({ exitCode: 0 });
    for (const target of ['App', 'Other'])
      expect(app.read(`ios/App/${target}/Info.plist`)).toContain('NSFaceIDUsageDescription');
  });

  test('a native project without a plist', async () => {
    const app = new App('angular-21-plain');
    rmSync(join(app.root, 'ios/App/App/Info.plist'));
    const { stderr, exitCode } = await app.run('--yes');
    expect(exitCode).toBe(0);
    expect(stderr).toContain('No Info.plist was found');
  });

  test('a plugin that Capacitor would not see', async () => {
    const app = new App('angular-18-two-apps');
    app.write('projects/staff/capacitor.config.json', '{}');
    app.write('projects/staff/android/build.gradle', '');
    const { stderr } = await app.run('--yes', '-C', 'projects/staff');
    expect(stderr.replaceAll(/\s+/g, ' ')).toContain(
      'there is no projects/staff/package.json: make one with {"dependencies": {"capacitor-identity-vault": "^0.1.0"}}',
    );
  });

  test.each([
    { plugin: 'file:.identity-vault/vault.tgz', line: 'file:../../.identity-vault/vault.tgz' },
    { plugin: 'file:/tmp/vault.tgz', line: 'file:/tmp/vault.tgz' },
    { plugin: '^0.1.0', line: '^0.1.0' },
  ])('the line for a package.json beside Capacitor: $plugin', async ({ plugin, line }) => {
    const app = new App('angular-18-two-apps');
    app.write('projects/staff/capacitor.config.json', '{}');
    app.write(
      'projects/staff/package.json',
      '{"name":"staff","dependencies":{"@capacitor/ios":"../../node_modules/@capacitor/ios"}}',
    );
    app.write('projects/staff/ios/Podfile', '');
    const { stderr, exitCode } = await app.run('--dry-run', '--project', 'staff', '--plugin', plugin);
    expect(exitCode, stderr).toBe(0);
    expect(stderr.replaceAll(/\s+/g, ' ')).toContain(`add "capacitor-identity-vault": "${line}" to its dependencies`);
  });

  test('the vault the app had before, and no key of .npmrc', async () => {
    const app = new App('angular-21-plain');
    const line = '"dependencies": {\n    "@ionic-enterprise/identity-vault": "^5.12.1",';
    app.write('package.json', app.read('package.json').replace('"dependencies": {', line));
    app.write('.npmrc', '@ionic-enterprise:registry=https://example.com/\n//example.com/:_authToken=not-to-be-seen\n');
    const { stderr, stdout } = await app.run('--dry-run');
    expect(stderr.replaceAll(/\s+/g, ' ')).toMatch(
      /identity-vault is in package.json.*users sign in once more.*\.npmrc/,
    );
    expect(stderr + stdout).not.toContain('not-to-be-seen');
  });

  test('a project that the configuration names is worked on when others were added', async () => {
    const app = new App('angular-21-plain');
    await app.run('--yes');
    const text = readFileSync(join(app.root, 'angular.json'), 'utf8');
    const workspace = JSON.parse(text) as { projects: Record<string, object> };
    workspace.projects['second'] = {
      projectType: 'application',
      root: 'projects/second',
      architect: { build: { options: { browser: 'projects/second/src/main.ts' } } },
    };
    app.write('angular.json', JSON.stringify(workspace));
    app.write('projects/second/src/main.ts', "import '@ionic/angular';\n");
    const after = app.snapshot();
    expect(await app.run('--yes')).toMatchObject({ exitCode: 0 });
    expect(app.snapshot()).toEqual(after);
  });
});
