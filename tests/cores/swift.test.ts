import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { findCommand } from '../../scripts/lib/toolchains.mjs';
import { faultsOf } from '../../scripts/native/report.mjs';
import { swift } from '../../scripts/native/swift.mjs';
import { askedCases } from '../../scripts/native/vector-files.mjs';

const withSwift = fileURLToPath(new URL('../../scripts/toolchains/with-swift.sh', import.meta.url));

it('the core in Swift passes its tests and every vector', async () => {
  const outcome = await swift.test();
  expect(faultsOf([{ language: swift.name, outcome }], askedCases())).toEqual([]);
}, 1_800_000);

it.skipIf(findCommand('swift') !== undefined)('Swift runs where mounts are forbidden, too', () => {
  const folder = mkdtempSync(join(tmpdir(), 'identity-vault-no-mounts-'));
  const refuse = (command: string) => {
    writeFileSync(join(folder, command), '#!/bin/sh\nexit 1\n');
    chmodSync(join(folder, command), 0o755);
  };
  refuse('unshare');
  try {
    const env = { ...process.env, PATH: `${folder}:${process.env['PATH']}` };
    const source = join(folder, 'answer.swift');
    writeFileSync(source, 'import Foundation\nprint("\\u{FB03}".precomposedStringWithCompatibilityMapping)\n');
    const compile = ['swiftc', '-o', join(folder, 'answer'), source];
    execFileSync(withSwift, compile, { env, stdio: 'pipe' });
    const printed = execFileSync(withSwift, [join(folder, 'answer')], { env, encoding: 'utf8', stdio: 'pipe' });
    expect(printed).toBe('ffi\n');
  } finally {
    rmSync(folder, { recursive: true });
  }
});
