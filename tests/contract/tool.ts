import { build } from 'esbuild';
import { spawn, type ChildProcess, type StdioOptions } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll } from 'vitest';
import { templatesForEsbuild } from '../../scripts/templates-plugin.mjs';
import { shippedTsMorph } from '../edits/shipped-ts-morph.ts';

export const repository = fileURLToPath(new URL('../../', import.meta.url));

export interface Ended {
  /** Nothing where a signal ended it, or the deadline. */
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The tool of the sources, bundled as a build does it; packages are those of the repository, ts-morph is the shipped part. @returns its file */
export async function bundleTool(): Promise<string> {
  const folder = mkdtempSync(join(repository, 'node_modules/.contract-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  await build({
    entryPoints: [join(repository, 'bin/create-identity-vault.ts')],
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    alias: { 'ts-morph': shippedTsMorph },
    plugins: [templatesForEsbuild],
    define: { __VERSION__: '"0.1.0"' },
    logLevel: 'warning',
  });
  return join(folder, 'create-identity-vault.mjs');
}

export interface Start {
  readonly argv: readonly string[];
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly stdio?: StdioOptions;
}

/** Starts a program with nothing of this process’s environment but what a shell needs. */
export function start(
  [program = '', ...args]: readonly string[],
  { cwd, env = {}, stdio = 'pipe' }: Omit<Start, 'argv'>,
): ChildProcess {
  const { PATH: path = '', HOME: home = '' } = process.env;
  return spawn(program, args, { cwd, env: { PATH: path, HOME: home, ...env }, stdio });
}

/** What a process said and how it ended. One that is still there after `deadline` milliseconds is killed. */
export async function ended(child: ChildProcess, deadline = 60_000): Promise<Ended> {
  const timer = setTimeout(() => child.kill('SIGKILL'), deadline);
  const closed = new Promise<Pick<Ended, 'exitCode' | 'signal'>>((resolve) =>
    child.once('close', (exitCode, signal) => {
      resolve({ exitCode, signal });
    }),
  );
  const [stdout, stderr, how] = await Promise.all([read(child.stdout), read(child.stderr), closed]);
  clearTimeout(timer);
  return { ...how, stdout, stderr };
}

/** Nothing of a stream that the test has closed. */
function read(stream: Readable | null): Promise<string> | string {
  return stream === null || stream.destroyed ? '' : text(stream);
}
