import type { CommandName } from '../commands/commands.ts';

/** Flags that some commands alone know what to do with, by commander’s names for them; every other flag goes with all. */
export const flagCommands: Readonly<Record<string, readonly CommandName[]>> = {
  answers: ['setup', 'undo', 'remove', 'info'],
  allowManual: ['setup', 'remove'],
  allowUnsupported: ['setup'],
  onConflict: ['setup'],
  restore: ['setup'],
  force: ['remove'],
  check: ['check'],
  strict: ['check'],
  annotations: ['check'],
};
