import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { readReport } from '../report/read-report.ts';
import { copyProject, programFirst, temporaryFolder } from './prepared-apps.ts';
import { bundleTool, ended, start } from './tool.ts';

const folder = temporaryFolder();
const writing = ['--yes', '--no-install'];
const tool = await bundleTool();
let setUp = '';

beforeAll(async () => {
  setUp = copyProject('angular-21-plain', join(folder, 'set-up'));
  await ended(start([process.execPath, tool, ...writing], { cwd: setUp }));
});

describe('who reads has seen enough (| head)', () => {
  test.each([
    { argv: ['--dry-run', '--lock-after', '9'], closes: 'stdout', exitCode: 0 },
    { argv: ['--dry-run', '--json'], closes: 'stdout', exitCode: 0 },
    { argv: ['check'], closes: 'stdout', exitCode: 0 },
    { argv: ['info', '--json'], closes: 'stdout', exitCode: 0 },
    { argv: ['--help'], closes: 'stdout', exitCode: 0 },
    { argv: ['--nonsense', '--json'], closes: 'stdout', exitCode: 64 },
    { argv: ['--nonsense'], closes: 'stderr', exitCode: 64 },
  ] as const)('$argv, $closes closed: exit $exitCode, and no word of it', async ({ argv, closes, exitCode }) => {
    const child = start([process.execPath, tool, ...argv], { cwd: setUp });
    child[closes]?.destroy();
    const { stdout, stderr, ...how } = await ended(child);
    expect(how, stderr).toEqual({ exitCode, signal: null });
    expect(stdout + stderr).not.toMatch(/EPIPE|at .*node:/);
  });

  test('a run that writes goes on to its end', async () => {
    const cwd = copyProject('angular-21-plain', join(folder, 'unread'));
    const child = start([process.execPath, tool, ...writing, '--json'], { cwd });
    child.stdout?.destroy();
    child.stderr?.destroy();
    expect(await ended(child)).toMatchObject({ exitCode: 0 });
    const check = await ended(start([process.execPath, tool, 'check'], { cwd }));
    expect(check).toMatchObject({ exitCode: 0 });
  });
});

describe('signals', () => {
  test.each(['SIGINT', 'SIGTERM'] as const)('%s while answers are waited for: gone at once', async (signal) => {
    const cwd = copyProject('angular-21-plain', join(folder, signal));
    const child = start([process.execPath, tool, ...writing, '--answers', '-'], { cwd });
    setTimeout(() => child.kill(signal), 700);
    // The shell that started it says 130 or 143.
    expect(await ended(child)).toMatchObject({ exitCode: null, signal });
    expect(existsSync(join(cwd, '.identity-vault'))).toBe(false);
  });

  test.each(['INT', 'TERM'])('SIG%s while packages are installed: all is taken back, exit 130', async (signal) => {
    const cwd = copyProject('angular-21-plain', join(folder, `install-${signal}`));
    const before = readFileSync(join(cwd, 'package.json'), 'utf8');
    const PATH = programFirst(join(folder, signal), 'npm', `kill -${signal} $PPID\nsleep 0.2\nexit 1`);
    const { stdout, ...how } = await ended(start([process.execPath, tool, '--yes', '--json'], { cwd, env: { PATH } }));
    expect(how).toMatchObject({ exitCode: 130, signal: null });
    expect(readReport(stdout)).toMatchObject({ ok: false, code: 'INTERRUPTED' });
    expect(readFileSync(join(cwd, 'package.json'), 'utf8')).toBe(before);
    expect(existsSync(join(cwd, 'identity-vault.config.json'))).toBe(false);
  });
});

test('in a folder that is gone: exit 64, one document', async () => {
  const script = 'mkdir gone && cd gone && rmdir ../gone && exec "$@"';
  const { stdout, ...how } = await ended(
    start(['sh', '-c', script, 'sh', process.execPath, tool, '--dry-run', '--json'], { cwd: folder }),
  );
  expect(how, how.stderr).toMatchObject({ exitCode: 64, signal: null });
  expect(readReport(stdout)).toMatchObject({ code: 'USAGE' });
});
