import { expect, test } from 'vitest';
import { App } from './app.ts';

test('no command says two empty lines in a row: a screen of it fits more', async () => {
  const app = new App('angular-21-plain');
  const said: Record<string, string> = {};
  for (const argv of [
    ['--dry-run'],
    ['--yes'],
    ['--yes', '--lock-after', '9000'],
    ['undo', '--yes'],
    ['--yes', '--login-page', 'none', '--allow-manual'],
    ['remove', '--yes'],
  ]) {
    const { stderr } = await app.run(...argv);
    said[argv.join(' ')] = stderr;
  }

  expect(Object.entries(said).filter(([, text]) => text.includes('\n\n\n'))).toEqual([]);
  expect(Object.values(said).join('')).toMatch(/\n\nDone: \d+ files changed/);
});
