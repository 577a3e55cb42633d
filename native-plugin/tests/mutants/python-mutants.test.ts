import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import { run, testWithPython } from '../core/support/python.ts';

const MUTATE = fileURLToPath(new URL('mutate_python.py', import.meta.url));
const LEAST = 2000;

testWithPython('each mutant of the reader and the lock machine in Python fails a vector', 600_000, (python) => {
  const { status, stdout, stderr } = run(python, MUTATE);
  const last = stdout.trimEnd().split('\n').at(-1) ?? '';

  expect(status, stdout + stderr).toBe(0);
  expect(last).toMatch(/^\d+ mutants, \d+ killed, \d+ listed, 0 not listed$/);
  expect(Number.parseInt(last, 10)).toBeGreaterThanOrEqual(LEAST);
});
