import { expect, test } from 'vitest';
import { DiskTree } from '../../src/inspect/disk-tree.ts';
import { fakeTree } from './fake-tree.ts';
import { temporaryFolder } from './temporary-folder.ts';

test('a tree in memory answers as one on disk does', () => {
  const files = { 'a.txt': '\uFEFFone\r\n', 'b/c.txt': '', 'b/d/e.txt': 'é', 'constructor.txt': '' };
  const [memory, disk] = [fakeTree(files), new DiskTree(temporaryFolder(files))];
  for (const path of ['a.txt', 'b/c.txt', 'b/d/e.txt', 'b', 'nowhere.txt', 'constructor']) {
    expect(memory.read(path), path).toBe(disk.read(path));
    expect(memory.readBytes(path), path).toEqual(disk.readBytes(path) && new Uint8Array(disk.readBytes(path)!));
  }
  for (const folder of ['', 'b', 'b/d', 'nowhere']) expect(memory.list(folder), folder).toEqual(disk.list(folder));
});

test('a file that is taken away is not there', () => {
  expect(fakeTree({ 'a.txt': undefined }).list('')).toEqual([]);
  expect(fakeTree({ 'a.txt': undefined }).read('a.txt')).toBeUndefined();
});
