import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { expect } from 'vitest';
import { wantsJson } from '../../src/cli/wants-json.ts';
import { CliError } from '../../src/model/errors.ts';
import type { Host } from '../../src/model/host.ts';
import { reportError } from '../../src/report/report-error.ts';
import { run } from '../../src/run.ts';
import { readReport } from '../report/read-report.ts';

export interface Ended {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** The tool in this process, without a terminal unless the host says otherwise. */
export async function runTool(host: Partial<Host> & Pick<Host, 'cwd'>): Promise<Ended> {
  const stdout = new PassThrough();
  const stderr = new PassThrough();
  const complete = {
    argv: [],
    env: {},
    stdin: Object.assign(new PassThrough(), { isTTY: false }) as unknown as NodeJS.ReadStream,
    stdout: stdout as unknown as NodeJS.WriteStream,
    stderr: stderr as unknown as NodeJS.WriteStream,
    version: '0.1.0',
    pluginFolder: join(host.cwd, 'no-such-folder'),
    // Tests ask nobody in the world; those about a provider bring one.
    fetch: () => Promise.reject(new TypeError('fetch failed', { cause: { code: 'ENOTFOUND' } })),
    ...host,
  } satisfies Host;
  const exitCode = await run(complete).catch((error: unknown) => {
    reportError(error, complete);
    return error instanceof CliError ? error.exitCode : 1;
  });
  stdout.end();
  stderr.end();
  const ended = { exitCode, stdout: await text(stdout), stderr: await text(stderr) };
  // Whatever a test is about: a document the published schema doesn't know is a broken promise.
  if (wantsJson(complete)) expect(readReport(ended.stdout).exitCode).toBe(exitCode);
  return ended;
}
