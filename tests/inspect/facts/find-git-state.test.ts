import { execFileSync } from 'node:child_process';
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findGitState } from '../../../src/inspect/facts/find-git-state.ts';

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'git-state-'))));
afterEach(() => rmSync(folder, { recursive: true }));

function git(...args: string[]): void {
  execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.com', ...args], {
    cwd: folder,
    stdio: 'ignore',
  });
}

test('a folder that is in no repository', async () => {
  expect(await findGitState(folder)).toEqual({ kind: 'none' });
});

test('counts files: changed, new, and one that was renamed once', async () => {
  git('init');
  for (const name of ['a', 'b', 'c']) writeFileSync(join(folder, name), `a text of ${name}\n`);
  git('add', '--all');
  git('commit', '--message', 'first');
  expect(await findGitState(folder)).toEqual({ kind: 'repository', uncommitted: 0 });
  writeFileSync(join(folder, 'a'), 'changed\n');
  writeFileSync(join(folder, 'ä new one'), '');
  renameSync(join(folder, 'b'), join(folder, 'M  moved'));
  git('add', '--all');
  expect(await findGitState(folder)).toEqual({ kind: 'repository', uncommitted: 3 });
});
