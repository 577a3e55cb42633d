import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { App } from '../run/app.ts';
import { bundleTool } from './whole-tool.ts';

const preload = fileURLToPath(new URL('faults.cjs', import.meta.url));
let tool = '';

beforeAll(async () => {
  tool = await bundleTool();
});

/** A run of the whole tool in a process of its own that is killed at one of its writes. @returns how many it made */
async function run(app: App, argv: readonly string[], fault = ''): Promise<{ signal: unknown; steps: number }> {
  const counts = join(dirname(tool), 'steps');
  rmSync(counts, { force: true });
  const child = spawn(process.execPath, ['--require', preload, tool, '--no-install', ...argv], {
    cwd: app.root,
    env: { PATH: process.env['PATH'], FAULT: fault, COUNT_FILE: counts },
    stdio: 'ignore',
  });
  const [, signal] = (await once(child, 'close')) as [unknown, unknown];
  return { signal, steps: existsSync(counts) ? Number(readFileSync(counts, 'utf8')) : 0 };
}

function copyOf(app: App): App {
  const copy = new App('angular-21-plain');
  cpSync(app.root, copy.root, { recursive: true });
  return copy;
}

const changes = [
  { what: 'the first run', earlier: [], argv: ['--yes'] },
  { what: 'a value', earlier: [['--yes']], argv: ['--yes', '--lock-after', '60000'] },
  { what: 'routes and files that go', earlier: [['--yes']], argv: ['--yes', '--unlock-path', 'locked', '--no-tests'] },
  { what: 'another folder', earlier: [['--yes']], argv: ['--yes', '--code-dir', 'src/app/vault'] },
  { what: 'undo', earlier: [['--yes'], ['--yes', '--lock-after', '60000']], argv: ['undo', '--yes'] },
  { what: 'remove', earlier: [['--yes']], argv: ['remove', '--yes'] },
];

/** `EVERY=1` kills at every write; by default at some, as each is a process. */
const pieces = process.env['EVERY'] === undefined ? 4 : 10_000;

describe('the whole tool, killed at a write: the next run says what it took back, and does the rest', () => {
  test.each(changes)('$what', async ({ earlier, argv }) => {
    const app = new App('angular-21-plain');
    for (const flags of earlier) await app.run(...flags);
    const before = app.snapshot();
    const whole = copyOf(app);
    const { steps } = await run(whole, argv);
    const after = whole.snapshot();
    expect(steps).toBeGreaterThan(10);
    let recovered = 0;
    for (let index = 0; index < steps; index += Math.max(1, Math.floor(steps / pieces))) {
      const half = copyOf(app);
      expect((await run(half, argv, `${String(index)}:kill`)).signal).toBe('SIGKILL');
      const left = half.snapshot();
      const isUnfinished = existsSync(join(half.root, '.identity-vault/journal'));
      const changed = Object.keys({ ...before, ...left }).filter((path) => before[path] !== left[path]);
      const { stderr, exitCode } = await half.run('undo', '--yes');
      if (isUnfinished) {
        recovered += 1;
        expect(exitCode, stderr).toBe(0);
        expect(stderr).toContain('An earlier run was interrupted half way');
        for (const path of changed.filter((one) => !one.endsWith('.identity-vault-tmp')))
          expect(stderr).toContain(path);
        expect(half.snapshot(), `killed at ${String(index)}`).toEqual(before);
        expect((await run(half, argv)).signal).toBeNull();
        expect(half.snapshot()).toEqual(after);
      } else {
        // Before the first byte, or behind the last one.
        expect([before, after], `killed at ${String(index)}`).toContainEqual(left);
      }
      rmSync(half.root, { recursive: true });
    }
    expect(recovered).toBeGreaterThan(1);
  });
});
