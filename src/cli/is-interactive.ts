import type { Host } from '../model/host.ts';
import { isCi } from './is-ci.ts';
import type { Invocation } from './invocation.ts';

/** May questions be asked? Only of a person at a terminal, and only when no flag says otherwise. */
export function isInteractive({ stdin, stdout, stderr, env }: Host, { yes, input, json }: Invocation): boolean {
  return stdin.isTTY && stdout.isTTY && stderr.isTTY && !isCi(env) && !yes && input && !json;
}
