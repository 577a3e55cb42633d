import { fileURLToPath } from 'node:url';
import { describe, expect } from 'vitest';
import { run, testWithPython } from './support/python.ts';

/** Written from FORMAT.md alone, and how many cases each has at least. */
const programs = [
  { what: 'reader', least: 1000 },
  { what: 'writer', least: 50 },
].map((program) => ({
  ...program,
  path: fileURLToPath(new URL(`../../vectors/${program.what}.py`, import.meta.url)),
}));

describe.each(programs)('a $what written from FORMAT.md alone', ({ path, least }) => {
  testWithPython('agrees with every vector', 120_000, (python) => {
    const { status, stdout, stderr } = run(python, path);
    const last = stdout.trimEnd().split('\n').at(-1) ?? '';

    expect(status, stdout + stderr).toBe(0);
    expect(last).toMatch(/^\d+ passed, 0 failed$/);
    expect(Number.parseInt(last, 10)).toBeGreaterThanOrEqual(least);
  });
});
