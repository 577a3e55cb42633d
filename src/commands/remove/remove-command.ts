import { declareCommand } from '../command-module.ts';
import { removeFlags } from './remove-flags.ts';

export const removeCommand = declareCommand({
  name: 'remove',
  typed: 'remove',
  summary: 'take everything out of the app again',
  writes: true,
  flags: removeFlags,
  load: async () => (await import('./remove.ts')).remove,
});
