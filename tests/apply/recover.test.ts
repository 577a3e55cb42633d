import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { recover } from '../../src/apply/recover.ts';
import { journalFile, printJournal } from '../../src/state/journal.ts';
import { setupPaths } from '../../src/state/setup-paths.ts';
import { digest } from '../../src/text/text.ts';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'recover-'));
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

/** A run that was about to make these files was interrupted. */
function interrupted(...paths: readonly string[]): void {
  const folder = join(root, setupPaths('').journal);
  mkdirSync(folder, { recursive: true });
  const entries = paths.map((path) => ({ path, after: digest('new') }));
  writeFileSync(join(folder, journalFile), printJournal({ schemaVersion: 1, entries, folders: [] }));
}

const recovered = () => recover({ root, home: '' });

test('what the run wrote is taken back, and what it did not come to write is left out', () => {
  interrupted('made.ts', 'never-made.ts');
  writeFileSync(join(root, 'made.ts'), 'new');
  expect(recovered()).toEqual(['made.ts']);
  expect(readdirSync(root)).toEqual([]);
});

describe('changed since', () => {
  test.each([
    { what: 'other text', change: () => writeFileSync(join(root, 'made.ts'), 'mine'), path: 'made.ts' },
    { what: 'a link', change: () => symlinkSync(tmpdir(), join(root, 'made.ts')), path: 'made.ts' },
    { what: 'a linked folder', change: () => symlinkSync(tmpdir(), join(root, 'folder')), path: 'folder/made.ts' },
    { what: 'a folder', change: () => mkdirSync(join(root, 'made.ts')), path: 'made.ts' },
    {
      what: 'a file in the place of a folder',
      change: () => writeFileSync(join(root, 'folder'), 'mine'),
      path: 'folder/made.ts',
    },
  ])('$what', ({ change, path }) => {
    interrupted(path);
    change();
    expect(recovered).toThrow(expect.objectContaining({ code: 'CONFLICT', where: { path } }));
    expect(readdirSync(root)).toContain('.identity-vault');
  });
});

test('a file that can’t be looked at is not taken for a changed one', () => {
  const path = `${'long'.repeat(100)}.ts`;
  interrupted(path);
  expect(recovered).toThrow(expect.objectContaining({ code: 'UNREADABLE', where: { path } }));
  expect(recovered).toThrow(/ENAMETOOLONG/);
});
