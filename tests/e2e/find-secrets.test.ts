import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { findSecret } from './find-secrets.ts';

const secret = 'quiet-otter-4711';
const long = `${'h'.repeat(30)}.${'p'.repeat(30)}.signature-that-is-long-enough`;
let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'find-secrets-'))));
afterEach(() => rmSync(folder, { recursive: true }));

it.each([
  { form: 'utf-8', bytes: Buffer.from(`\0before${secret}after\xff`) },
  { form: 'utf-16le', bytes: Buffer.from(`before${secret}after`, 'utf16le') },
  { form: 'utf-16be', bytes: Buffer.from(`before${secret}after`, 'utf16le').swap16() },
  { form: 'hex', bytes: Buffer.from(Buffer.from(`before${secret}`).toString('hex')) },
  { form: 'base64, shifted by 0', bytes: Buffer.from(Buffer.from(`abc${secret}after`).toString('base64')) },
  { form: 'base64, shifted by 1', bytes: Buffer.from(Buffer.from(`abcd${secret}after`).toString('base64')) },
  { form: 'base64, shifted by 2', bytes: Buffer.from(Buffer.from(`abcde${secret}`).toString('base64')) },
])('finds $form', ({ form, bytes }) => {
  writeFileSync(join(folder, 'store'), bytes);

  expect(findSecret(folder, secret)).toContainEqual({ file: 'store', form });
});

it('finds the end of a long secret that was split', () => {
  writeFileSync(join(folder, 'store'), `\x01\x02${long.slice(40)}`);

  expect(findSecret(folder, long)).toEqual([{ file: 'store', form: 'its last 24 characters' }]);
});

it('finds nothing where nothing is', () => {
  writeFileSync(join(folder, 'store'), secret.slice(0, -1));

  expect(findSecret(folder, secret)).toEqual([]);
});
