import { execa } from 'execa';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root } from '../../scripts/lib/sample-app.mjs';

/** The README's first command, as somebody runs it who has just cloned: no packages, no cache, an empty home. */
let clone: string;
let home: string;

beforeAll(async () => {
  clone = mkdtempSync(join(tmpdir(), 'identity-vault-demo-'));
  home = mkdtempSync(join(tmpdir(), 'identity-vault-home-'));
  const { stdout } = await execa('git', ['ls-files', '-z'], { cwd: root });
  for (const path of stdout.split('\0').filter((path) => path !== '' && existsSync(join(root, path)))) {
    mkdirSync(dirname(join(clone, path)), { recursive: true });
    cpSync(join(root, path), join(clone, path));
  }
  await execa('git', ['init', '-q'], { cwd: clone });
  await execa('git', ['add', '-A'], { cwd: clone });
});
afterAll(() => {
  rmSync(clone, { recursive: true, force: true });
  rmSync(home, { recursive: true, force: true });
});

test('npm run demo -- --no-serve sets up and builds the sample app', async () => {
  const { stdout } = await execa('npm', ['run', 'demo', '--', '--no-serve'], {
    cwd: clone,
    env: { HOME: home },
    stdin: 'ignore',
  });
  expect(stdout).toContain('Built demo-app/.');
  expect(stdout).not.toContain('\u001b[');
  expect(existsSync(join(clone, 'demo-app/dist/notes/browser/index.html'))).toBe(true);
  expect(readFileSync(join(clone, 'demo-app/src/app/app.routes.ts'), 'utf8')).toContain('authGuard');
});
