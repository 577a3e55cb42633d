#!/usr/bin/env node
import { fileURLToPath } from 'node:url';
import { CliError } from '../src/errors.ts';
import type { Host } from '../src/host.ts';
import { run } from '../src/run.ts';

declare const __VERSION__: string;

const host: Host = {
  argv: process.argv.slice(2),
  cwd: process.cwd(),
  env: process.env,
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  version: __VERSION__,
  pluginFolder: fileURLToPath(new URL('plugin/', import.meta.url)),
};

try {
  process.exitCode = await run(host);
} catch (error) {
  const { reportError } = await import('../src/report/report-error.ts');
  reportError(error, host);
  process.exitCode = error instanceof CliError ? error.exitCode : 1;
}
