import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { DiskTree } from '../../src/inspect/disk-tree.ts';

test('a folder that is named like a file is no such file', () => {
  const root = mkdtempSync(join(tmpdir(), 'tree-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  mkdirSync(join(root, 'popup.ts'));
  const tree = new DiskTree(root);
  expect(tree.read('popup.ts')).toBeUndefined();
  expect(tree.readBytes('popup.ts/index.ts')).toBeUndefined();
  expect(tree.list('')).toEqual(['popup.ts/']);
});
