import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { detectPackageManager } from '../../../src/inspect/facts/package-manager.ts';

let folder: string;
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'manager-')));
});
afterEach(() => rmSync(folder, { recursive: true }));

interface Case {
  readonly case: string;
  /** Files with their text; `.git` is what ends the search. */
  readonly files: Readonly<Record<string, string>>;
  /** The app's folder; the files' own when absent. */
  readonly root?: string;
  readonly workspace?: string;
  readonly name: string;
  readonly reason: string;
  readonly passedOver?: readonly string[];
}

const cases: readonly Case[] = [
  { case: 'nothing', files: {}, name: 'npm', reason: 'nothing found' },
  { case: 'npm', files: { 'package-lock.json': '' }, name: 'npm', reason: 'package-lock.json' },
  { case: 'npm, shrink-wrapped', files: { 'npm-shrinkwrap.json': '' }, name: 'npm', reason: 'npm-shrinkwrap.json' },
  { case: 'pnpm', files: { 'pnpm-lock.yaml': '' }, name: 'pnpm', reason: 'pnpm-lock.yaml' },
  { case: 'Yarn', files: { 'yarn.lock': '' }, name: 'yarn', reason: 'yarn.lock' },
  { case: 'Bun, text', files: { 'bun.lock': '' }, name: 'bun', reason: 'bun.lock' },
  { case: 'Bun, binary', files: { 'bun.lockb': '' }, name: 'bun', reason: 'bun.lockb' },
  {
    case: 'packageManager decides over a lock file',
    files: { 'package.json': '{"packageManager":"pnpm@10.1.0+sha512.abc"}', 'yarn.lock': '' },
    name: 'pnpm',
    reason: 'packageManager in package.json',
  },
  {
    case: 'devEngines',
    files: { 'package.json': '{"devEngines":{"packageManager":{"name":"bun","onFail":"error"}}}' },
    name: 'bun',
    reason: 'devEngines in package.json',
  },
  {
    case: 'devEngines with a list',
    files: { 'package.json': '{"devEngines":{"packageManager":[{"name":"vlt"},{"name":"yarn"}]}}' },
    name: 'yarn',
    reason: 'devEngines in package.json',
  },
  {
    case: 'a manager we do not know says nothing',
    files: { 'package.json': '{"packageManager":"vlt@1.0.0"}', 'pnpm-lock.yaml': '' },
    name: 'pnpm',
    reason: 'pnpm-lock.yaml',
  },
  {
    case: 'two lock files: npm’s is the one left behind',
    files: { 'package-lock.json': '', 'yarn.lock': '' },
    name: 'yarn',
    reason: 'yarn.lock',
    passedOver: ['package-lock.json'],
  },
  {
    case: 'both forms of Bun’s lock file are one manager',
    files: { 'bun.lock': '', 'bun.lockb': '' },
    name: 'bun',
    reason: 'bun.lock',
  },
  {
    case: 'the lock file of the monorepo',
    files: { '.git/HEAD': '', 'pnpm-lock.yaml': '', 'apps/a/package.json': '{}' },
    root: 'apps/a',
    name: 'pnpm',
    reason: 'pnpm-lock.yaml',
  },
  {
    case: 'the lock file of a workspace that is no repository',
    files: { 'yarn.lock': '', 'apps/a/package.json': '{}' },
    root: 'apps/a',
    workspace: '.',
    name: 'yarn',
    reason: 'yarn.lock',
  },
  {
    case: 'the nearest lock file',
    files: { '.git/HEAD': '', 'pnpm-lock.yaml': '', 'apps/a/package-lock.json': '{}' },
    root: 'apps/a',
    name: 'npm',
    reason: 'package-lock.json',
  },
  {
    case: 'a stale lock file above the repository',
    files: { 'yarn.lock': '', 'repo/.git/HEAD': '', 'repo/package.json': '{}' },
    root: 'repo',
    name: 'npm',
    reason: 'nothing found',
  },
  {
    case: 'a lock file above an app that is in no repository',
    files: { 'yarn.lock': '', 'app/package.json': '{}' },
    root: 'app',
    name: 'npm',
    reason: 'nothing found',
  },
];

test.each(cases)('$case → $name', ({ files, root = '.', workspace, name, reason, passedOver }) => {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const workspaceFolder = workspace === undefined ? undefined : join(folder, workspace);
  const found = detectPackageManager(join(folder, root), workspaceFolder);
  expect(found).toMatchObject({ name, reason });
  expect(found.passedOver).toEqual(passedOver);
});
