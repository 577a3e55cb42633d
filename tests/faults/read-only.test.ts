import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { App } from '../run/app.ts';
import { bundleTool } from './whole-tool.ts';

let tool = '';
let preload = '';

beforeAll(async () => {
  tool = await bundleTool();
  preload = join(dirname(tool), 'alone.cjs');
  copyFileSync(fileURLToPath(new URL('alone.cjs', import.meta.url)), preload);
});

const isRoot = process.getuid?.() === 0;

/** Whoever runs the tests as root runs the tool as nobody: root may write whatever the permissions are. */
const nobody = isRoot ? { uid: 65_534, gid: 65_534 } : {};

/** Takes the right to write from everything in the app, until the test has ended. */
function protect(app: App): void {
  const paths = ['', ...readdirSync(app.root, { recursive: true, encoding: 'utf8' })].map((path) =>
    join(app.root, path),
  );
  const modes = paths.map((path) => ({ path, mode: statSync(path).mode }));
  onTestFinished(() => modes.forEach(({ path, mode }) => chmodSync(path, mode)));
  for (const { path } of modes) chmodSync(path, statSync(path).isDirectory() ? 0o555 : 0o444);
}

interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

type Place = (app: App, argv: readonly string[]) => Ended;

const environment = (app: App) => ({
  PATH: process.env['PATH'],
  HOME: join(app.root, 'no-home'),
  TMPDIR: app.root,
});
const command = (argv: readonly string[]) => ['--require', preload, tool, ...argv];

const withoutPermission: Place = (app, argv) => {
  protect(app);
  return spawnSync(process.execPath, command(argv), {
    cwd: app.root,
    env: environment(app),
    encoding: 'utf8',
    ...nobody,
  });
};

const mount = `mount --bind "$0" "$0" && mount -o remount,bind,ro "$0" && ! touch "$0/probe" 2>/dev/null && cd "$0" && exec "$@"`;

const onReadOnlyFileSystem: Place = (app, argv) => {
  const unshared = ['--mount', '--net', 'sh', '-c', mount, app.root, process.execPath];
  return spawnSync('unshare', [...unshared, ...command(argv)], { env: environment(app), encoding: 'utf8' });
};

const canMount =
  isRoot &&
  spawnSync('unshare', ['--mount', '--net', 'sh', '-c', 'mount --bind /tmp /tmp && mount -o remount,bind,ro /tmp'])
    .status === 0;

const places: readonly { name: string; run: Place }[] = [
  { name: 'whose files nobody may write', run: withoutPermission },
  // Without the right to mount anything, permissions stand for it.
  { name: 'on a read-only file system, without a network', run: canMount ? onReadOnlyFileSystem : withoutPermission },
];

const routes = 'src/app/app.routes.ts';
const addsLine = (app: App): void => app.write(routes, `${app.read(routes)}\nexport const more = 1;\n`);
const unwires = (app: App): void => app.write(routes, app.read(routes).replace('canActivate: [authGuard],', ''));
const configures = (app: App): void =>
  app.write('identity-vault.config.json', app.read('identity-vault.config.json').replace('5000', '9000'));
const leavesAlone = (): void => undefined;

interface Case {
  readonly name: string;
  readonly edit?: (app: App) => void;
  readonly argv: readonly string[];
  readonly status: number;
  readonly says: string;
}

const cases: readonly Case[] = [
  { name: 'check', argv: ['check'], status: 0, says: 'In sync' },
  { name: 'check of an edited file', edit: addsLine, argv: ['check'], status: 0, says: 'In sync' },
  { name: 'check of a guard that is gone', edit: unwires, argv: ['check'], status: 2, says: routes },
  { name: 'check of an edited configuration', edit: configures, argv: ['check', '--json'], status: 2, says: '"drift"' },
  { name: 'a dry run', argv: ['--dry-run', '--unlock-path', 'locked'], status: 0, says: "+    path: 'locked'" },
  { name: 'a dry run of undo', argv: ['undo', '--dry-run'], status: 0, says: '+++ /dev/null' },
  { name: 'a dry run of remove', argv: ['remove', '--dry-run'], status: 0, says: '+++ /dev/null' },
  { name: 'info', argv: ['info'], status: 0, says: 'lockAfter' },
  { name: 'a run', argv: ['--yes', '--lock-after', '60000'], status: 5, says: "can't be written" },
];

describe.each(places)('an app $name, without node_modules, home and temporary folder', ({ run }) => {
  test.each(cases)('$name', async ({ edit = leavesAlone, argv, status, says }) => {
    const app = await App.setUp('angular-21-plain');
    edit(app);
    const before = app.snapshot();
    const ended = run(app, argv);
    expect(ended, ended.stderr).toMatchObject({ status });
    expect(ended.stdout + ended.stderr).toContain(says);
    expect(app.snapshot()).toEqual(before);
  });

  test('a dry run of the first run', () => {
    const app = new App('angular-14-module');
    const before = app.snapshot();
    const ended = run(app, ['--dry-run']);
    expect(ended, ended.stderr).toMatchObject({ status: 0 });
    expect(ended.stdout).toContain('+++ b/src/app/identity/identity.service.ts');
    expect(app.snapshot()).toEqual(before);
  });
});
