import type { Flag, FlagValues } from './flag.ts';

/** Flags that go with every command; in the help those of the commands stand behind them. */
export const generalFlags = [
  {
    name: 'cwd',
    type: 'text',
    alias: '-C',
    placeholder: '<dir>',
    help: 'the app’s folder (default: the current one)',
  },
  {
    name: 'yes',
    type: 'boolean',
    alias: '-y',
    isOfWriting: true,
    help: 'take detected values and defaults, ask nothing',
  },
  {
    name: 'input',
    type: 'boolean',
    isNegative: true,
    isOfWriting: true,
    help: 'never ask; a missing answer is an error (exit 4)',
  },
  { name: 'dryRun', type: 'boolean', isOfWriting: true, help: 'print the plan as unified diffs and write nothing' },
  { name: 'verbose', type: 'boolean', isOfWriting: true, help: 'show the files of this tool’s own bookkeeping, too' },
  { name: 'json', type: 'boolean', help: 'print exactly one JSON document on stdout' },
  {
    name: 'install',
    type: 'boolean',
    isNegative: true,
    isOfWriting: true,
    help: 'write files only; run no package manager and no Capacitor command',
  },
] as const satisfies readonly Flag[];

/** The same; in the help they stand behind those of the commands. */
export const lastFlags = [
  { name: 'debug', type: 'boolean', help: 'show the stack of an error' },
  { name: 'jsonHelp', type: 'boolean', help: 'print commands, flags and exit codes as one JSON document' },
] as const satisfies readonly Flag[];

export type GeneralFlags = FlagValues<readonly [...typeof generalFlags, ...typeof lastFlags]>;
