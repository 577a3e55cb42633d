import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { apply } from '../../src/apply/apply.ts';
import type { Change } from '../../src/model/change.ts';
import type { Command } from '../../src/model/plan.ts';

let root: string;
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const silently = () => undefined;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'apply-'));
  writeFileSync(join(root, 'package.json'), '{}');
  writeFileSync(join(root, 'package-lock.json'), 'locked');
});
afterEach(() => rmSync(root, { recursive: true }));

const changes: readonly Change[] = [{ kind: 'update', path: 'package.json', before: '{}', after: '{"a":1}' }];

/** An install that writes the lock file, as a package manager does, and ends with `code`. */
const install = (code: number): Command => ({
  id: 'install',
  argv: [
    'node',
    '-e',
    `fs.writeFileSync('package-lock.json', 'new'); console.error('no such package'); process.exit(${code})`,
  ],
  why: 'installs',
});

test('a run that succeeds keeps everything', async () => {
  const { commands } = await apply({ root, changes, commands: [install(0)] }, silently);
  expect(commands).toMatchObject([{ ok: true }]);
  expect([read('package.json'), read('package-lock.json')]).toEqual(['{"a":1}', 'new']);
});

test('a failed install gives our files, package.json and the lock file back, and says what it printed', async () => {
  const failed = apply({ root, changes, commands: [install(1)] }, silently);
  await expect(failed).rejects.toMatchObject({
    code: 'UNSUPPORTED',
    hint: expect.stringContaining('no such package') as string,
  });
  expect([read('package.json'), read('package-lock.json')]).toEqual(['{}', 'locked']);
});

test('a failed install gives the lock file of the workspace back, too', async () => {
  const app = join(root, 'apps/a');
  mkdirSync(app, { recursive: true });
  writeFileSync(join(app, 'package.json'), '{}');
  const script = "fs.writeFileSync('../../package-lock.json', 'new'); process.exit(1)";
  const command: Command = { id: 'install', argv: ['node', '-e', script], why: 'installs' };
  const work = { root: app, lockFolders: [app, join(root, 'apps'), root], changes, commands: [command] };
  await expect(apply(work, silently)).rejects.toMatchObject({ code: 'UNSUPPORTED' });
  expect(read('package-lock.json')).toBe('locked');
  expect(read('apps/a/package.json')).toBe('{}');
});

test('in CI an install may change the lock file', async () => {
  const script =
    "fs.writeFileSync('env', process.env.YARN_ENABLE_IMMUTABLE_INSTALLS + process.env.npm_config_frozen_lockfile)";
  await apply(
    { root, changes, commands: [{ id: 'install', argv: ['node', '-e', script], why: 'installs' }] },
    silently,
  );
  expect(read('env')).toBe('falsefalse');
});

test.each([
  { set: 'https://registry.yarnpkg.com', passed: 'undefined' },
  { set: 'https://registry.yarnpkg.com/', passed: 'undefined' },
  { set: 'https://npm.example.com/', passed: 'https://npm.example.com/' },
])('under yarn create an install asks the registry the app is set up for: $set', async ({ set, passed }) => {
  vi.stubEnv('npm_config_registry', set);
  onTestFinished(() => void vi.unstubAllEnvs());
  const script = "fs.writeFileSync('env', String(process.env.npm_config_registry))";
  await apply(
    { root, changes, commands: [{ id: 'install', argv: ['node', '-e', script], why: 'installs' }] },
    silently,
  );
  expect(read('env')).toBe(passed);
});

test('a package manager that is not there is a failed install', async () => {
  const missing: Command = { id: 'install', argv: ['no-such-package-manager', 'install'], why: 'installs' };
  await expect(apply({ root, changes, commands: [missing] }, silently)).rejects.toMatchObject({ code: 'UNSUPPORTED' });
  expect(read('package.json')).toBe('{}');
});

test('what a failed install printed is told once, by the error', async () => {
  const told: unknown[] = [];
  const failed = apply({ root, changes, commands: [install(1)] }, (event) => told.push(event));
  await expect(failed).rejects.toThrow();
  expect(told).toEqual([{ command: install(1) }, { command: install(1), ok: false }]);
});

test('where the install is optional, its failure keeps everything, and nothing runs after it', async () => {
  const later: Command = { id: 'cap-sync', argv: ['node', '-e', "fs.writeFileSync('ran', '')"], why: 'later' };
  const work = { root, changes, commands: [install(1), later], isInstallOptional: true };
  const { commands } = await apply(work, silently);
  expect(commands).toMatchObject([{ ok: false, detail: 'no such package' }]);
  expect(read('package.json')).toBe('{"a":1}');
  expect(existsSync(join(root, 'ran'))).toBe(false);
});

test('nothing runs after a failed install', async () => {
  const later: Command = { id: 'cap-sync', argv: ['node', '-e', "fs.writeFileSync('ran', '')"], why: 'later' };
  await expect(apply({ root, changes, commands: [install(1), later] }, silently)).rejects.toThrow();
  expect(existsSync(join(root, 'ran'))).toBe(false);
});

describe('a Capacitor step', () => {
  /** The app's own CLI, as far as it is started: it leaves its arguments, and ends with `code`. */
  function installCli(code: number, below = ''): void {
    const folder = join(root, below, 'node_modules/@capacitor/cli');
    mkdirSync(join(folder, 'bin'), { recursive: true });
    writeFileSync(join(folder, 'package.json'), '{"name":"@capacitor/cli","version":"7.0.0"}');
    writeFileSync(
      join(folder, 'bin/capacitor'),
      `require('fs').writeFileSync('args', process.argv.slice(2).join()); console.log('from cap'); process.exit(${code})`,
    );
  }
  const update: Command = { id: 'cap-update', argv: ['cap', 'update'], why: 'registers the plugin' };

  test("runs with the app's own CLI", async () => {
    installCli(0);
    expect(await apply({ root, changes, commands: [update] }, silently)).toMatchObject({ commands: [{ ok: true }] });
    expect(read('args')).toBe('update');
  });

  test('runs in the folder of the app, with the CLI that is hoisted above it', async () => {
    installCli(0);
    mkdirSync(join(root, 'apps/mobile/ios/App/App'), { recursive: true });
    const command = { ...update, folder: 'apps/mobile' };
    await apply({ root, changes, commands: [command] }, silently);
    expect(read('apps/mobile/args')).toBe('update');
    expect(existsSync(join(root, 'apps/mobile/ios/App/App/public'))).toBe(true);
  });

  test('is run by Yarn where there is no node_modules', async () => {
    writeFileSync(join(root, '.pnp.cjs'), 'throw new Error("never run")');
    const bin = join(root, 'bin');
    mkdirSync(bin);
    writeFileSync(join(bin, 'yarn'), '#!/bin/sh\necho "$@" > args\n', { mode: 0o755 });
    vi.stubEnv('PATH', `${bin}:${process.env['PATH'] ?? ''}`);
    onTestFinished(() => void vi.unstubAllEnvs());
    await apply({ root, changes, commands: [update] }, silently);
    expect(read('args').trim()).toBe('cap update');
  });

  test('that fails keeps everything and is reported as its own failure', async () => {
    installCli(1);
    const { commands } = await apply({ root, changes, commands: [update] }, silently);
    expect(commands).toMatchObject([{ ok: false, detail: 'from cap' }]);
    expect(read('package.json')).toBe('{"a":1}');
  });

  test('that is impossible keeps everything', async () => {
    const { commands } = await apply({ root, changes, commands: [update] }, silently);
    expect(commands).toMatchObject([{ ok: false, detail: expect.stringContaining('@capacitor/cli') as string }]);
    expect(read('package.json')).toBe('{"a":1}');
  });

  test('finds the folders of a fresh clone that Git left out', async () => {
    installCli(0);
    for (const platform of ['android/app/src/main', 'ios/App/App'])
      mkdirSync(join(root, platform), { recursive: true });
    await apply({ root, changes, commands: [update] }, silently);
    expect(existsSync(join(root, 'android/app/src/main/assets/public'))).toBe(true);
    expect(existsSync(join(root, 'ios/App/App/public'))).toBe(true);
  });
});
