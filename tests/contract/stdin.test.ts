import type { ChildProcess } from 'node:child_process';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, test } from 'vitest';
import { readReport } from '../report/read-report.ts';
import { copyProject, temporaryFolder } from './prepared-apps.ts';
import { bundleTool, ended, start } from './tool.ts';

/** Nobody is there, in every way a process can be started without anybody. */
const stdins = {
  closed: (command: readonly string[], cwd: string): ChildProcess =>
    start(['sh', '-c', 'exec "$@" <&-', 'sh', ...command], { cwd }),
  'open and silent': (command: readonly string[], cwd: string): ChildProcess => start(command, { cwd }),
  garbage: (command: readonly string[], cwd: string): ChildProcess => {
    const child = start(command, { cwd });
    // Who doesn't read closes the pipe.
    child.stdin?.on('error', () => undefined).end('y\n\u0000\u001b[A\n{]\nyes\n');
    return child;
  },
  '/dev/null': (command: readonly string[], cwd: string): ChildProcess =>
    start(command, { cwd, stdio: ['ignore', 'pipe', 'pipe'] }),
} as const;

type Stdin = keyof typeof stdins;
const kinds = Object.keys(stdins) as Stdin[];

interface Case {
  readonly argv: readonly string[];
  readonly app: 'new' | 'set up';
  readonly exitCode: number | Readonly<Record<Stdin, number>>;
}

/** Nothing on stdin is an answer: empty, no JSON, and nobody there in ten seconds. */
const noAnswers = { closed: 64, 'open and silent': 4, garbage: 64, '/dev/null': 64 };
const writing = ['--yes', '--no-install'];

/** Every command with the flags that have to do with asking, answering and writing. */
const cases: readonly Case[] = [
  { argv: [], app: 'new', exitCode: 4 },
  { argv: ['--json'], app: 'new', exitCode: 4 },
  { argv: ['--no-input'], app: 'set up', exitCode: 4 },
  { argv: ['--answers', '-'], app: 'new', exitCode: 4 },
  { argv: ['--dry-run', '--json'], app: 'new', exitCode: 0 },
  { argv: ['--dry-run', '--answers', '-', '--json'], app: 'new', exitCode: noAnswers },
  { argv: writing, app: 'new', exitCode: 0 },
  { argv: [...writing, '--no-input', '--json'], app: 'set up', exitCode: 0 },
  { argv: [...writing, '--answers', '-'], app: 'set up', exitCode: noAnswers },
  { argv: ['check'], app: 'set up', exitCode: 0 },
  { argv: ['check', '--json'], app: 'new', exitCode: 2 },
  { argv: ['check', '--strict', '--annotations=github', '--yes', '--no-input', '--json'], app: 'set up', exitCode: 0 },
  { argv: ['check', '--answers', '-', '--json'], app: 'set up', exitCode: 64 },
  { argv: ['undo'], app: 'set up', exitCode: 4 },
  { argv: ['undo', '--dry-run', '--json'], app: 'set up', exitCode: 0 },
  { argv: ['undo', ...writing, '--json'], app: 'new', exitCode: 0 },
  { argv: ['undo', ...writing, '--answers', '-', '--json'], app: 'set up', exitCode: noAnswers },
  { argv: ['remove', '--json'], app: 'set up', exitCode: 4 },
  { argv: ['remove', '--dry-run'], app: 'set up', exitCode: 0 },
  { argv: ['remove', ...writing, '--force', '--json'], app: 'new', exitCode: 0 },
  { argv: ['remove', ...writing, '--answers', '-'], app: 'set up', exitCode: noAnswers },
  { argv: ['info', '--json'], app: 'new', exitCode: 0 },
  { argv: ['info', '--answers', '-', '--json'], app: 'set up', exitCode: noAnswers },
  { argv: ['--help'], app: 'new', exitCode: 0 },
  { argv: ['--json-help'], app: 'new', exitCode: 0 },
  { argv: ['--nonsense', '--json'], app: 'new', exitCode: 64 },
];

const folder = temporaryFolder();
const tool = await bundleTool();
let copies = 0;

beforeAll(async () => {
  copyProject('angular-21-plain', join(folder, 'new'));
  const cwd = copyProject('angular-21-plain', join(folder, 'set up'));
  await ended(start([process.execPath, tool, ...writing], { cwd }));
});

/** An app of its own where something may be written. */
function appFor({ argv, app }: Case): string {
  if (!argv.includes('--yes')) return join(folder, app);
  const copy = join(folder, String((copies += 1)));
  cpSync(join(folder, app), copy, { recursive: true });
  return copy;
}

/** Those that wait come first, so that the others go on meanwhile. */
const table = cases
  .flatMap((one) => kinds.map((kind) => ({ ...one, kind, typed: ['create-identity-vault', ...one.argv].join(' ') })))
  .sort((a, b) => Number(waits(b)) - Number(waits(a)));

function waits({ exitCode, kind }: { readonly exitCode: Case['exitCode']; readonly kind: Stdin }): boolean {
  return exitCode === noAnswers && kind === 'open and silent';
}

describe('with nobody there, every command ends by itself', () => {
  test.concurrent.for(table)('$typed, stdin $kind', async (one, { expect }) => {
    const child = stdins[one.kind]([process.execPath, tool, ...one.argv], appFor(one));
    const { exitCode, signal, stdout, stderr } = await ended(child);
    const expected = typeof one.exitCode === 'number' ? one.exitCode : one.exitCode[one.kind];
    expect({ exitCode, signal }, stderr).toEqual({ exitCode: expected, signal: null });
    expect(stderr).not.toContain('Internal error');
    if (one.argv.some((flag) => flag.startsWith('--json'))) expect(readReport(stdout).exitCode).toBe(exitCode);
  });
});
