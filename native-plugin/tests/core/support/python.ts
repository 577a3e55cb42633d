import { spawnSync } from 'node:child_process';
import { env } from 'node:process';
import { test } from 'vitest';

export const run = (command: string, ...args: readonly string[]) => spawnSync(command, [...args], { encoding: 'utf8' });

/** The first of these that can run the reader: it needs Python 3 and the package `cryptography`. */
const python = [env.PYTHON ?? '', 'python3', '/usr/bin/python3'].find(
  (command) => command !== '' && run(command, '-c', 'import cryptography').status === 0,
);

/** A test that needs Python: without it skipped by name, and with `REQUIRE_ALL=1` a failure. */
export function testWithPython(name: string, timeout: number, body: (python: string) => void): void {
  if (python !== undefined) {
    test(name, { timeout }, () => {
      body(python);
    });
  } else if (env.REQUIRE_ALL === '1') {
    throw new Error('No Python 3 with the package cryptography: run npm run setup:toolchains, or set PYTHON.');
  } else {
    test.skip(`${name} (no Python 3 with the package cryptography)`, () => undefined);
  }
}
