// @ts-check
import { findCommand, suites } from './toolchains.mjs';

/** @typedef {{ suite: string, need: import('./toolchains.mjs').Toolchain }} MissingSuite */

/**
 * Which suites to run: those named by `--project`, else all; a suite whose toolchain is absent is listed instead.
 *
 * @param {readonly string[]} args
 * @param {(command: string) => string | undefined} [find]
 * @returns {{ chosen: string[], missing: MissingSuite[], rest: string[] }} `rest` are the arguments that are not ours
 */
export function chooseSuites(args, find = findCommand) {
  const { named, rest } = takeProjects(args);
  const wanted = named.length > 0 ? named : Object.keys(suites);
  /** @type {MissingSuite[]} */
  const missing = [];
  const chosen = wanted.filter((suite) => {
    // A name we don't know is left to Vitest, which has patterns and a message for it.
    const need = suites[suite]?.find(({ command }) => find(command) === undefined);
    if (need) missing.push({ suite, need });
    return need === undefined;
  });
  return { chosen, missing, rest };
}

/** @param {readonly string[]} args */
function takeProjects(args) {
  const named = [];
  const rest = [];
  for (let at = 0; at < args.length; at++) {
    const arg = args[at] ?? '';
    const next = args[at + 1];
    if (arg === '--project' && next !== undefined) {
      named.push(next);
      at++;
    } else if (arg.startsWith('--project=')) named.push(arg.slice('--project='.length));
    else rest.push(arg);
  }
  return { named, rest };
}
