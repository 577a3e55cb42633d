import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { writeFiles } from '../../src/apply/write-files.ts';
import type { Change } from '../../src/model/change.ts';

let root: string;
let outside: string;
const place = () => ({ root, home: '' });

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'write-files-'));
  outside = mkdtempSync(join(tmpdir(), 'outside-'));
  writeFileSync(join(root, 'old.ts'), 'old');
  writeFileSync(join(root, 'gone.ts'), 'gone');
});
afterEach(() => {
  rmSync(root, { recursive: true });
  rmSync(outside, { recursive: true });
});

const changes: readonly Change[] = [
  { kind: 'create', path: 'a/b/new.ts', after: 'new' },
  { kind: 'update', path: 'old.ts', before: 'old', after: 'newer' },
  { kind: 'delete', path: 'gone.ts', before: 'gone' },
];

/** Every file with its text, and every folder. */
function snapshot(): Record<string, string> {
  const paths = readdirSync(root, { recursive: true, encoding: 'utf8' }).sort();
  return Object.fromEntries(
    paths.map((path) => [
      path,
      statSync(join(root, path)).isDirectory() ? 'folder' : readFileSync(join(root, path), 'utf8'),
    ]),
  );
}

test('creates, updates and deletes, and leaves no temporary file', () => {
  writeFiles(place(), changes).settle('nothing', []);
  expect(snapshot()).toEqual({ a: 'folder', 'a/b': 'folder', 'a/b/new.ts': 'new', 'old.ts': 'newer' });
});

test('taking back gives every byte and folder back', () => {
  const before = snapshot();
  writeFiles(place(), changes).takeBack([]);
  expect(snapshot()).toEqual(before);
});

test('a file keeps its permissions', () => {
  chmodSync(join(root, 'old.ts'), 0o755);
  writeFiles(place(), changes);
  expect(statSync(join(root, 'old.ts')).mode & 0o777).toBe(0o755);
});

describe('nothing is written when one of the files can not be', () => {
  const impossible: { case: string; prepare: () => void; change: Change }[] = [
    {
      case: 'a read-only file',
      prepare: () => chmodSync(join(root, 'old.ts'), 0o444),
      change: { kind: 'update', path: 'old.ts', before: 'old', after: 'x' },
    },
    {
      case: 'a read-only folder',
      prepare: () => mkdirSync(join(root, 'locked'), { mode: 0o555 }),
      change: { kind: 'create', path: 'locked/x.ts', after: 'x' },
    },
    {
      case: 'a link to a file',
      prepare: () => symlinkSync(join(root, 'old.ts'), join(root, 'link.ts')),
      change: { kind: 'update', path: 'link.ts', before: 'old', after: 'x' },
    },
    {
      case: 'a linked folder',
      prepare: () => symlinkSync(outside, join(root, 'out')),
      change: { kind: 'create', path: 'out/escaped.ts', after: 'x' },
    },
    { case: 'a path outside', prepare: () => undefined, change: { kind: 'create', path: '../escaped.ts', after: 'x' } },
    {
      case: 'a folder where the file should be',
      prepare: () => mkdirSync(join(root, 'taken/deep'), { recursive: true }),
      change: { kind: 'update', path: 'taken', before: '', after: 'x' },
    },
  ];

  test.each(impossible)('$case', ({ prepare, change }) => {
    prepare();
    const before = snapshot();
    expect(() => writeFiles(place(), [changes[0]!, change])).toThrow(expect.objectContaining({ code: 'UNWRITABLE' }));
    expect(snapshot()).toEqual(before);
    expect(readdirSync(outside)).toEqual([]);
    expect(existsSync(join(root, '..', 'escaped.ts'))).toBe(false);
  });
});
