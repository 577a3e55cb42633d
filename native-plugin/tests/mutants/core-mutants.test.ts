import { fileURLToPath } from 'node:url';
import { env, execPath } from 'node:process';
import { expect, test } from 'vitest';
import { run } from '../core/support/python.ts';

const MUTATE = fileURLToPath(new URL('mutate-core.mjs', import.meta.url));
const LEAST = 2000;

// A sample that is the same each time; with EVERY=1 all of them, as for `npm run test:mutants` before a release.
test('each mutant of the core fails a test, or is listed with the reason', { timeout: 1_800_000 }, () => {
  const { status, stdout, stderr } = run(execPath, MUTATE);
  const last = stdout.trimEnd().split('\n').at(-1) ?? '';

  expect(status, stdout + stderr).toBe(0);
  expect(last).toMatch(/^\d+ mutants, \d+ tried, \d+ killed, \d+ listed, 0 not listed$/);
  expect(Number.parseInt(last, 10)).toBeGreaterThanOrEqual(LEAST);
  const tried = Number.parseInt(last.split(', ')[1] ?? '', 10);
  expect(tried).toBeGreaterThanOrEqual(env.EVERY === '1' ? LEAST : LEAST / 10);
});
