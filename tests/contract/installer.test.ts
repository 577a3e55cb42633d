import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readReport } from '../report/read-report.ts';
import { copyProject, programFirst, temporaryFolder } from './prepared-apps.ts';
import { bundleTool, ended, start, type Ended } from './tool.ts';

const folder = temporaryFolder();
const tool = await bundleTool();

/** An app, and an installer that leaves a mark each time it is started. */
class App {
  readonly cwd: string;
  readonly #path: string;

  constructor(name: string) {
    this.cwd = copyProject('angular-21-plain', join(folder, name));
    this.#path = programFirst(
      join(folder, `npm-of-${name}`),
      'npm',
      `echo "$@" >> ${join(folder, name)}.runs\necho npm error code E404 >&2\nexit $(cat ${join(folder, name)}.exit)`,
    );
    this.installerEndsWith(0);
  }

  installerEndsWith(code: number): void {
    writeFileSync(`${this.cwd}.exit`, String(code));
  }

  /** How often the installer was started so far. */
  get installs(): number {
    const file = `${this.cwd}.runs`;
    return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n').length : 0;
  }

  get files(): Record<string, string> {
    const paths = readdirSync(this.cwd, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const names = paths.map(({ parentPath, name }) => join(parentPath, name)).sort();
    return Object.fromEntries(names.map((name) => [name, readFileSync(name, 'latin1')]));
  }

  run(...argv: string[]): Promise<Ended> {
    return ended(start([process.execPath, tool, ...argv], { cwd: this.cwd, env: { PATH: this.#path } }));
  }
}

const timesIn = (text: string, part: string): number => text.split(part).length - 1;

describe('undo', () => {
  test('of a run that installed nothing installs nothing', async () => {
    const app = new App('not-installed');
    const before = app.files;
    await app.run('--yes', '--no-install');
    const undo = await app.run('undo', '--yes');
    expect(undo, undo.stderr).toMatchObject({ exitCode: 0 });
    expect(undo.stderr).not.toContain('npm install');
    expect(app.installs).toBe(0);
    expect(app.files).toEqual(before);
  });

  test('of a run that installed nothing says what is left where somebody installed since', async () => {
    const app = new App('installed-since');
    await app.run('--yes', '--no-install');
    copyPlugin(app.cwd);
    const undo = await app.run('undo', '--yes');
    expect(undo, undo.stderr).toMatchObject({ exitCode: 0 });
    expect(undo.stderr).toMatch(/Next\n {2}- npm install/);
    expect(app.installs).toBe(0);
  });

  test('of a run that installed brings the packages back', async () => {
    const app = new App('installed');
    await app.run('--yes');
    expect(app.installs).toBe(1);
    await app.run('undo', '--yes');
    expect(app.installs).toBe(2);
  });

  test('is not stopped by an installer that fails', async () => {
    const app = new App('undo-fails');
    const before = app.files;
    await app.run('--yes');
    app.installerEndsWith(1);
    const { exitCode, stderr } = await app.run('undo', '--yes');
    expect(exitCode, stderr).toBe(6);
    expect(app.files).toEqual(before);
    expect(stderr).toContain('Left for you: npm install');
    expect(timesIn(stderr, 'npm error code E404'), stderr).toBe(1);
  });

  test('says so in its document', async () => {
    const app = new App('undo-fails-json');
    await app.run('--yes');
    app.installerEndsWith(1);
    const { stdout } = await app.run('undo', '--yes', '--json');
    expect(readReport(stdout)).toMatchObject({
      ok: false,
      command: 'undo',
      ran: [{ id: 'install', ok: false, detail: 'npm error code E404' }],
      exitCode: 6,
    });
  });
});

describe('remove', () => {
  test('where nothing was ever installed installs nothing', async () => {
    const app = new App('remove-not-installed');
    const before = app.files;
    await app.run('--yes', '--no-install');
    const remove = await app.run('remove', '--yes');
    expect(remove, remove.stderr).toMatchObject({ exitCode: 0 });
    expect(app.installs).toBe(0);
    expect(app.files).toEqual(before);
  });

  test('where a lock file has the plugin brings it in line', async () => {
    const app = new App('remove-locked');
    await app.run('--yes', '--no-install');
    const lock = { packages: { 'node_modules/capacitor-identity-vault': { version: '0.1.0' } } };
    writeFileSync(join(app.cwd, 'package-lock.json'), JSON.stringify(lock));
    await app.run('remove', '--yes');
    expect(app.installs).toBe(1);
  });

  test('is not stopped by an installer that fails', async () => {
    const app = new App('remove-fails');
    const before = app.files;
    await app.run('--yes');
    writeFileSync(join(app.cwd, 'package-lock.json'), '{"packages":{"node_modules/capacitor-identity-vault":{}}}');
    app.installerEndsWith(1);
    const { exitCode, stderr } = await app.run('remove', '--yes');
    expect(exitCode, stderr).toBe(6);
    rmSync(join(app.cwd, 'package-lock.json'));
    expect(app.files).toEqual(before);
    expect(stderr).toContain('Left for you: npm install');
    expect(timesIn(stderr, 'npm error code E404'), stderr).toBe(1);
  });
});

test('a set-up that can’t install says why once', async () => {
  const app = new App('set-up-fails');
  const before = app.files;
  app.installerEndsWith(1);
  const { exitCode, stderr } = await app.run('--yes');
  expect(exitCode, stderr).toBe(5);
  expect(timesIn(stderr, 'npm error code E404'), stderr).toBe(1);
  expect(app.files).toEqual(before);
});

function copyPlugin(cwd: string): void {
  copyProject('angular-21-plain', join(cwd, 'node_modules/capacitor-identity-vault'));
  const manifest = { name: 'capacitor-identity-vault', version: '0.1.0' };
  writeFileSync(join(cwd, 'node_modules/capacitor-identity-vault/package.json'), JSON.stringify(manifest));
}
