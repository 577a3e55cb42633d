import { expect, test } from 'vitest';
import { readInvocation } from '../../src/cli/read-invocation.ts';
import { commands } from '../../src/commands/commands.ts';
import type { Host } from '../../src/model/host.ts';

function help(...argv: string[]): string {
  const host = { argv, cwd: '/', env: {}, version: '1.2.3' } as unknown as Host;
  const asked = readInvocation(host, commands);
  if (!('text' in asked)) throw new Error('that is no help');
  return asked.text;
}

const flagsIn = (text: string): string[] =>
  [...text.matchAll(/^ {2}(?:-\w, )?(--[\w[\]-]+)/gm)].map(([, flag = '']) => flag);

test('names the commands, and how to ask about one', () => {
  expect(help('--help')).toContain('create-identity-vault <command> --help');
  for (const { typed, summary } of commands)
    expect(help('--help')).toContain(`${(typed || '(none)').padEnd(8)}${summary}`);
});

test.each([
  {
    argv: ['check', '--help'],
    has: ['--cwd', '--strict', '--annotations', '--project'],
    not: ['--yes', '--auth-mode', '--force'],
  },
  {
    argv: ['-h', 'undo'],
    has: ['--yes', '--dry-run', '--project'],
    not: ['--strict', '--auth-mode', '--allow-manual'],
  },
  { argv: ['remove', '--help'], has: ['--force', '--no-install'], not: ['--lock-after', '--on-conflict'] },
  { argv: ['info', '--help'], has: ['--auth-mode', '--answers'], not: ['--dry-run', '--force'] },
  { argv: ['--help'], has: ['--auth-mode', '--strict', '--force', '--yes'], not: [] },
])('of $argv has its own flags alone', ({ argv, has, not }) => {
  const flags = flagsIn(help(...argv));
  expect(flags).toEqual(expect.arrayContaining(has));
  expect(flags.filter((flag) => not.includes(flag))).toEqual([]);
});

test('reads at 80 columns', () => {
  for (const { typed } of commands) {
    const lines = help(...(typed === '' ? [] : [typed]), '--help').split('\n');
    expect(lines.filter((line) => line.length > 80)).toEqual([]);
  }
});
