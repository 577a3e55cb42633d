import type { Host } from '../model/host.ts';
import type { Invocation } from './invocation.ts';

/** May questions be asked? Only of a person at a terminal, and only when no flag says otherwise. */
export function isInteractive({ stdin, stdout, stderr, env }: Host, { yes, input, json }: Invocation): boolean {
  const isCi = env['CI'] !== undefined && env['CI'] !== '' && env['CI'] !== 'false';
  return stdin.isTTY && stdout.isTTY && stderr.isTTY && !isCi && !yes && input && !json;
}
