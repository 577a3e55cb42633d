import { answers } from '../../cli/flags/shared-flags.ts';
import { declareCommand } from '../command-module.ts';

export const infoCommand = declareCommand({
  name: 'info',
  typed: 'info',
  summary: 'what was found, and where each option comes from',
  writes: false,
  readsOptions: true,
  flags: [answers],
  load: async () => (await import('./info.ts')).info,
});
