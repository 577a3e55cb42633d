import { answers } from '../../cli/flags/shared-flags.ts';
import { declareCommand } from '../command-module.ts';

export const undoCommand = declareCommand({
  name: 'undo',
  typed: 'undo',
  summary: 'take back the last run, configuration included',
  writes: true,
  flags: [answers],
  load: async () => (await import('./undo.ts')).undo,
});
