import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { runTypeCheck } from '../../src/verify/run-type-check.ts';

test('a compiler that doesn’t end is stopped', async () => {
  const root = mkdtempSync(join(tmpdir(), 'type-check-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  writeFileSync(join(root, 'tsc.cjs'), 'setTimeout(() => {}, 60_000);');
  const check = {
    compiler: 'tsc 5.9.3',
    tsConfig: 'tsconfig.json',
    typed: 'tsc',
    argv: [process.execPath, join(root, 'tsc.cjs')],
    folder: root,
  };
  const listeners = process.listenerCount('SIGINT');
  expect(await runTypeCheck(check, { root, limit: 500 })).toEqual({ failure: 'it took longer than 0.5 seconds' });
  expect(process.listenerCount('SIGINT')).toBe(listeners);
});
