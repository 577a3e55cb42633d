import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { StepFailed, run } from '../../scripts/lib/steps.mjs';

const steps = fileURLToPath(new URL('../../scripts/lib/steps.mjs', import.meta.url));
const cwd = fileURLToPath(new URL('.', import.meta.url));
const listeners = (): number => process.listenerCount('SIGINT') + process.listenerCount('SIGTERM');

it('listens for signals only while a command runs', async () => {
  const before = listeners();
  const running = Promise.all([0, 1].map(() => run([process.execPath, '-e', ''], { cwd })));
  expect(listeners()).toBe(before + 2);
  await running;
  expect(listeners()).toBe(before);
  await expect(run(['no-such-command'], { cwd })).rejects.toThrow('did not start');
  expect(listeners()).toBe(before);
});

it('ends the command that runs when it is ended itself', async () => {
  const waiting = 'console.log(1); setInterval(() => {}, 1000)';
  const program = `import { runShown } from ${JSON.stringify(steps)}; await runShown([process.execPath, '-e', ${JSON.stringify(waiting)}], '.');`;
  const parent = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(parent.stdout, 'data');
  parent.kill('SIGTERM');
  // Its output closes when nothing has it any more: the command inherited it.
  expect(await once(parent, 'close')).toEqual([143, null]);
});

it('ends a command that takes longer than it may, and all that it started', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'identity-vault-steps-'));
  const file = join(folder, 'ticks');
  try {
    // The second process, not the first, shows that it is there.
    const ticks = `setInterval(() => require('node:fs').appendFileSync(${JSON.stringify(file)}, '.'), 20)`;
    const program = `require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(ticks)}]); console.log('begun')`;
    const limited = async (limit: number) => {
      const failed: unknown = await run([process.execPath, '-e', program], { cwd, limit }).catch(
        (error: unknown) => error,
      );
      expect(failed).toBeInstanceOf(StepFailed);
      expect((failed as StepFailed).message).toContain(`took longer than ${limit} ms`);
      return failed as StepFailed;
    };
    let failed = await limited(1500);
    // Two processes start meanwhile, which takes a slow machine longer.
    if (!existsSync(file)) failed = await limited(15_000);
    expect(failed.printed).toBe('begun');
    const size = statSync(file).size;
    expect(size).toBeGreaterThan(0);
    await setTimeout(300);
    expect(statSync(file).size).toBe(size);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
