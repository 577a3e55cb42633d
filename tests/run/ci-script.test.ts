import { describe, expect, test } from 'vitest';
import { App } from './app.ts';

interface Manifest {
  readonly scripts: Record<string, string>;
}

const name = 'identity-vault:check';
const scripts = (app: App, path = 'package.json') => (JSON.parse(app.read(path)) as Manifest).scripts;

function setScript(app: App, script: string): void {
  const manifest = JSON.parse(app.read('package.json')) as Manifest;
  manifest.scripts[name] = script;
  app.write('package.json', `${JSON.stringify(manifest, null, 2)}\n`);
}

/** What the run says, on one line. */
async function said(app: App, ...argv: string[]): Promise<string> {
  const { stderr, exitCode } = await app.run(...argv);
  expect(exitCode, stderr).toBe(0);
  return stderr.replaceAll(/\s+/g, ' ');
}

describe('which command it is', () => {
  const yarnLock = { classic: '# yarn lockfile v1\n', modern: '__metadata:\n  version: 8\n' };
  const cases = [
    { manager: 'npm', files: {}, script: 'npx --yes create-identity-vault@0.1.0 check' },
    { manager: 'pnpm', files: { 'pnpm-lock.yaml': '' }, script: 'pnpm dlx create-identity-vault@0.1.0 check' },
    { manager: 'bun', files: { 'bun.lock': '' }, script: 'bunx create-identity-vault@0.1.0 check' },
    {
      manager: 'Yarn 4',
      files: { 'yarn.lock': `\n${yarnLock.modern}` },
      script: 'yarn dlx create-identity-vault@0.1.0 check',
    },
    {
      manager: 'Yarn 2 by its settings',
      files: { 'yarn.lock': '', '.yarnrc.yml': '' },
      script: 'yarn dlx create-identity-vault@0.1.0 check',
    },
    {
      manager: 'Yarn 1',
      files: { 'yarn.lock': yarnLock.classic },
      script: 'npx --yes create-identity-vault@0.1.0 check',
    },
  ];
  test.each(cases)('$manager', async ({ files, script }) => {
    const app = new App('angular-21-plain');
    for (const [path, text] of Object.entries(files)) app.write(path, text);
    await said(app, '--yes', '--ci-script');
    expect(scripts(app)).toEqual({ build: 'ng build', [name]: script });
    expect(await app.run('check', '--strict')).toMatchObject({ exitCode: 0 });
  });

  test('a manager that was named, and Yarn of which nothing is known', async () => {
    for (const [manager, runner] of [
      ['pnpm', 'pnpm dlx'],
      ['yarn', 'npx --yes'],
    ] as const) {
      const app = new App('angular-21-plain');
      await said(app, '--yes', '--ci-script', '--package-manager', manager);
      expect(scripts(app)[name]).toBe(`${runner} create-identity-vault@0.1.0 check`);
    }
  });

  test('a lock file that came later changes nothing', async () => {
    const app = new App('angular-21-plain');
    await said(app, '--yes', '--ci-script');
    app.write('pnpm-lock.yaml', '');
    const before = app.snapshot();
    expect(await app.run('check', '--strict')).toMatchObject({ exitCode: 0 });
    await said(app, '--yes');
    expect(app.snapshot()).toEqual(before);
  });

  test.each([
    {
      project: 'nx-root-package',
      flags: ['-C', 'apps/mobile'],
      path: 'package.json',
      key: `${name}:mobile`,
      where: ' -C apps/mobile',
    },
    { project: 'pnpm-catalog', flags: [], path: 'packages/app/package.json', key: name, where: '' },
    { project: 'bun', flags: [], path: 'apps/phone/package.json', key: name, where: '' },
  ])('in the package.json that lists the plugin: $project', async ({ project, flags, path, key, where }) => {
    const app = new App(project);
    await said(app, '--yes', '--ci-script', ...flags, ...inLibrary(project));
    expect(scripts(app, path)[key]).toMatch(new RegExp(`create-identity-vault@0\\.1\\.0 check${where}$`));
    expect(await app.run('check', ...flags)).toMatchObject({ exitCode: 0 });
  });

  test('two apps that share a package.json have a script each, and keep each other’s bytes', async () => {
    const app = new App('nx-root-package');
    const [mobile, staff] = [
      ['-C', 'apps/mobile'],
      ['-C', 'apps/staff'],
    ];
    const untouched = app.snapshot();
    await said(app, '--yes', '--ci-script', ...staff);
    const one = app.snapshot();
    await said(app, '--yes', '--ci-script', ...mobile, ...inLibrary('nx-root-package'));
    expect(scripts(app)).toMatchObject({
      [`${name}:mobile`]: 'npx --yes create-identity-vault@0.1.0 check -C apps/mobile',
      [`${name}:staff`]: 'npx --yes create-identity-vault@0.1.0 check -C apps/staff',
    });
    for (const which of [mobile, staff]) expect(await app.run('check', ...which)).toMatchObject({ exitCode: 0 });
    await said(app, 'remove', '--yes', ...mobile);
    expect(app.snapshot()).toEqual(one);
    await said(app, 'remove', '--yes', ...staff);
    expect(app.snapshot()).toEqual(untouched);
  });
});

describe('running it again', () => {
  test('remembers it; off and on again gives the bytes back, and so do undo and remove', async () => {
    const app = new App('angular-21-plain');
    const untouched = app.snapshot();
    await said(app, '--yes');
    const without = app.snapshot();
    expect(await said(app, '--yes', '--ci-script')).toContain(`In CI: npm run ${name}`);
    const before = app.snapshot();
    await said(app, '--yes', '--lock-after', '9000');
    expect(scripts(app)[name]).toContain('@0.1.0');
    await said(app, '--yes', '--lock-after', '5000');
    expect(app.snapshot()).toEqual(before);
    await said(app, '--yes', '--no-ci-script');
    expect(app.snapshot()).toEqual(without);
    await said(app, 'undo', '--yes');
    expect(app.snapshot()).toEqual(before);
    await said(app, 'remove', '--yes');
    expect(app.snapshot()).toEqual(untouched);
  });

  test('a script alone is nothing to install', async () => {
    const app = new App('angular-21-plain');
    await said(app, '--yes');
    app.write('node_modules/capacitor-identity-vault/package.json', '{"version":"0.1.0"}');
    for (const flag of ['--ci-script', '--no-ci-script']) {
      const { stdout } = await app.runWith({ argv: ['--dry-run', '--json', flag] });
      expect((JSON.parse(stdout) as { plan: { packages: [] } }).plan.packages).toEqual([]);
      const ended = await app.runWith({ argv: ['--yes', '--json', flag] });
      expect(JSON.parse(ended.stdout)).toMatchObject({ ran: [], exitCode: 0 });
    }
    const undone = await app.runWith({ argv: ['undo', '--yes', '--json'] });
    expect(JSON.parse(undone.stdout)).toMatchObject({ ran: [], exitCode: 0 });
  });

  test('the version is pinned anew by the next run of another one, and no drift until then', async () => {
    const app = new App('angular-21-plain');
    await said(app, '--yes', '--ci-script');
    const pinned = app.read('package.json');
    const newer = { version: '0.2.0' };
    expect(await app.runWith({ argv: ['check'], ...newer })).toMatchObject({ exitCode: 0 });
    expect(await app.runWith({ argv: ['--yes', '--no-install'], ...newer })).toMatchObject({ exitCode: 0 });
    expect(app.read('package.json')).toBe(pinned.replaceAll('0.1.0', '0.2.0'));
    expect(await app.runWith({ argv: ['check', '--strict'], ...newer })).toMatchObject({ exitCode: 0 });
    await app.runWith({ argv: ['undo', '--yes', '--no-install'], ...newer });
    expect(app.read('package.json')).toBe(pinned);
  });
});

describe('a script somebody else wrote', () => {
  const own = 'sh ci/check-the-vault.sh';

  test('is kept, and said; it is no drift, and stays when the vault goes', async () => {
    const app = new App('angular-21-plain');
    setScript(app, own);
    const untouched = app.snapshot();
    expect(await said(app, '--yes', '--ci-script')).toContain(
      `package.json has a script "${name}" of its own, which stays as it is. This tool would have written: npx --yes create-identity-vault@0.1.0 check`,
    );
    expect(scripts(app)[name]).toBe(own);
    expect(await app.run('check', '--strict')).toMatchObject({ exitCode: 0 });
    await said(app, '--yes', '--no-ci-script');
    expect(scripts(app)[name]).toBe(own);
    await said(app, 'remove', '--yes');
    expect(app.snapshot()).toEqual(untouched);
  });

  test('ours with another flag is theirs from then on', async () => {
    const app = new App('angular-21-plain');
    await said(app, '--yes', '--ci-script');
    const changed = 'npx --yes create-identity-vault@0.1.0 check --strict';
    setScript(app, changed);
    expect(await app.run('check')).toMatchObject({ exitCode: 0 });
    expect(await said(app, '--yes', '--lock-after', '9000')).toContain('which stays as it is');
    const newer = await app.runWith({ argv: ['--yes', '--no-install'], version: '0.2.0' });
    expect(newer.stderr.replaceAll(/\s+/g, ' ')).toContain(
      'This tool would have written: npx --yes create-identity-vault@0.2.0 check',
    );
    expect(scripts(app)[name]).toBe(changed);
    expect(await said(app, 'remove', '--yes')).toContain(`The script "${name}" of package.json is yours and stays`);
    expect(scripts(app)).toEqual({ build: 'ng build', [name]: changed });
  });

  test('ours, changed and then switched off, stays and is said once', async () => {
    const app = new App('angular-21-plain');
    await said(app, '--yes', '--ci-script');
    setScript(app, `${own} --fast`);
    expect(await said(app, '--yes', '--no-ci-script')).toContain(`You changed the script "${name}"`);
    expect(await said(app, '--yes', '--lock-after', '9000')).not.toContain(name);
  });

  test('ours, pinned to a newer version by hand, goes with remove', async () => {
    const app = new App('angular-21-plain');
    await said(app, '--yes', '--ci-script');
    setScript(app, 'npx --yes create-identity-vault@0.1.1 check');
    expect(await app.run('check')).toMatchObject({ exitCode: 0 });
    await said(app, 'remove', '--yes');
    expect(scripts(app)).toEqual({ build: 'ng build' });
  });

  test('a script that is no text is kept', async () => {
    const app = new App('angular-21-plain');
    app.write('package.json', app.read('package.json').replace('"build": "ng build"', `"${name}": null`));
    expect(await said(app, '--yes', '--ci-script')).toContain('of its own, which stays');
  });

  test('scripts that are no object are left to a person, with the line', async () => {
    const app = new App('angular-21-plain');
    app.write('package.json', app.read('package.json').replace(/"scripts": \{[^}]*\}/, '"scripts": []'));
    const ended = await app.run('--yes', '--ci-script');
    expect(ended).toMatchObject({ exitCode: 6 });
    expect(ended.stderr).toContain(`"${name}": "npx --yes create-identity-vault@0.1.0 check"`);
  });
});

test('check in a folder with a set-up means that one, though another app of the workspace has one, too', async () => {
  const app = new App('angular-21-plain');
  await said(app, '--yes', '--ci-script');
  const workspace = JSON.parse(app.read('angular.json')) as { projects: Record<string, object> };
  workspace.projects['second'] = {
    projectType: 'application',
    root: 'projects/second',
    architect: { build: { options: { browser: 'projects/second/src/main.ts' } } },
  };
  app.write('angular.json', JSON.stringify(workspace));
  app.write('projects/second/src/main.ts', "import '@ionic/angular';\n");
  await app.run('--yes', '--allow-manual', '-C', 'projects/second');
  const service = 'src/app/identity/identity.service.ts';
  app.write(service, `${app.read(service)}// mine\n`);
  expect(await app.run('check')).toMatchObject({ exitCode: 0 });
});

/** Its routes are in a library. */
function inLibrary(project: string): string[] {
  return project === 'nx-root-package' ? ['--code-dir', 'libs/mobile/shell/src/lib/identity'] : [];
}
