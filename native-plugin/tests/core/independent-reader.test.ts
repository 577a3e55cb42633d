import { spawnSync } from 'node:child_process';
import { env } from 'node:process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const READER = fileURLToPath(new URL('../../vectors/reader.py', import.meta.url));
const LEAST = 150;
const run = (command: string, ...args: string[]) => spawnSync(command, args, { encoding: 'utf8' });

/** The first of these that can run the reader: it needs Python 3 and the package `cryptography`. */
const python = [env.PYTHON ?? '', 'python3', '/usr/bin/python3'].find(
  (command) => command !== '' && run(command, '-c', 'import cryptography').status === 0,
);
const name = 'a reader written from FORMAT.md alone agrees with every vector';

if (python !== undefined) {
  test(name, { timeout: 120_000 }, () => {
    const { status, stdout, stderr } = run(python, READER);
    const last = stdout.trimEnd().split('\n').at(-1) ?? '';

    expect(status, stdout + stderr).toBe(0);
    expect(last).toMatch(/^\d+ passed, 0 failed$/);
    expect(Number.parseInt(last, 10)).toBeGreaterThanOrEqual(LEAST);
  });
} else if (env.REQUIRE_ALL === '1') {
  throw new Error('No Python 3 with the package cryptography: run npm run setup:toolchains, or set PYTHON.');
} else {
  test.skip(`${name} (no Python 3 with the package cryptography)`, () => undefined);
}
