import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { runCommand } from '../../src/apply/run-commands.ts';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'run-commands-'));
  writeFileSync(join(root, 'package.json'), '{}');
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

function installCli(manifest: string): void {
  const folder = join(root, 'node_modules/@capacitor/cli');
  mkdirSync(join(folder, 'bin'), { recursive: true });
  writeFileSync(join(folder, 'package.json'), manifest);
  writeFileSync(join(folder, 'bin/capacitor'), 'process.exitCode = process.argv[2] === "sync" ? 0 : 9;');
}

const sync = async () => runCommand(root, { id: 'cap-sync', argv: ['cap', 'sync'], why: 'a test' }, () => undefined);

describe('the app’s own Capacitor CLI', () => {
  test('is run', async () => {
    installCli('{"name":"@capacitor/cli"}');
    expect(await sync()).toMatchObject({ ok: true });
  });

  test('is not installed', async () => {
    expect(await sync()).toMatchObject({ ok: false, detail: '@capacitor/cli is not installed in the app.' });
  });

  test('is damaged: what is wrong with it is said, and not that it isn’t there', async () => {
    installCli('{"name":');
    const { ok, detail } = await sync();
    expect(ok).toBe(false);
    expect(detail).toMatch(/^@capacitor\/cli can’t be used: .*package\.json/);
  });

  test('hides its package.json: the same', async () => {
    installCli('{"name":"@capacitor/cli","exports":{}}');
    expect((await sync()).detail).toMatch(/^@capacitor\/cli can’t be used: .*package\.json/);
  });
});
