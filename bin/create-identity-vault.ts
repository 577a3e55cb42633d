#!/usr/bin/env node
import { fileURLToPath } from 'node:url';
import { CliError } from '../src/model/errors.ts';
import type { Host } from '../src/model/host.ts';
import { run } from '../src/run.ts';

declare const __VERSION__: string;

// Who reads us may have seen enough (| head): no failure, and no reason to end a run half way.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

const host: Host = {
  argv: process.argv.slice(2),
  cwd: currentFolder(),
  env: process.env,
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  version: __VERSION__,
  pluginFolder: fileURLToPath(new URL('plugin/', import.meta.url)),
  // Node loads its own only where it is named.
  fetch: (url, init) => fetch(url, init),
};

try {
  process.exitCode = await run(host);
} catch (error) {
  const { reportError } = await import('../src/report/report-error.ts');
  reportError(error, host);
  process.exitCode = error instanceof CliError ? error.exitCode : 1;
}

/** The folder may be gone while a shell is still in it; which one it was, the shell knows. */
function currentFolder(): string {
  try {
    return process.cwd();
  } catch {
    return process.env['PWD'] ?? '.';
  }
}
