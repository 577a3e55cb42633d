import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import { run, testWithPython } from './support/python.ts';

const READER = fileURLToPath(new URL('../../vectors/reader.py', import.meta.url));
const LEAST = 150;

testWithPython('a reader written from FORMAT.md alone agrees with every vector', 120_000, (python) => {
  const { status, stdout, stderr } = run(python, READER);
  const last = stdout.trimEnd().split('\n').at(-1) ?? '';

  expect(status, stdout + stderr).toBe(0);
  expect(last).toMatch(/^\d+ passed, 0 failed$/);
  expect(Number.parseInt(last, 10)).toBeGreaterThanOrEqual(LEAST);
});
