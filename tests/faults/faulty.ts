import { build } from 'esbuild';
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll } from 'vitest';

const repository = fileURLToPath(new URL('../../', import.meta.url));
const preload = fileURLToPath(new URL('faults.cjs', import.meta.url));

export interface FaultyRun {
  readonly status: number | null;
  readonly signal: string | null;
  readonly stderr: string;
  /** What it did to files and folders; 0 when it was killed. */
  readonly steps: number;
}

/** Bundles a program of the sources, to be run in a process of its own with faults. */
export async function faultyProgram(entry: string): Promise<(fault: string, ...argv: string[]) => Promise<FaultyRun>> {
  // Below the repository, so that packages are found.
  const folder = mkdtempSync(join(repository, 'node_modules/.faulty-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const outfile = join(folder, 'program.mjs');
  await build({
    entryPoints: [join(repository, entry)],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    logLevel: 'warning',
  });
  let runs = 0;
  return async (fault, ...argv) => {
    const counts = join(folder, `steps-${String((runs += 1))}`);
    const child = spawn(process.execPath, ['--require', preload, outfile, ...argv], {
      env: { PATH: process.env['PATH'], FAULT: fault, COUNT_FILE: counts },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const ended = new Promise<Pick<FaultyRun, 'status' | 'signal'>>((resolve) =>
      child.on('close', (status, signal) => resolve({ status, signal })),
    );
    const stderr = await text(child.stderr);
    const result = await ended;
    return { ...result, stderr, steps: existsSync(counts) ? Number(readFileSync(counts, 'utf8')) : 0 };
  };
}

/** Every index below `count`, four at a time: most of the time goes by in starting processes. */
export async function atEvery(count: number, work: (index: number) => Promise<void>): Promise<void> {
  let next = 0;
  const worker = async () => {
    while (next < count) await work(next++);
  };
  await Promise.all(Array.from({ length: 4 }, worker));
}
