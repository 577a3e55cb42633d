import { declareCommand } from '../command-module.ts';
import { checkFlags } from './check-flags.ts';

export const checkCommand = declareCommand({
  name: 'check',
  typed: 'check',
  summary: 'is the code what the configuration says? For CI',
  writes: false,
  flags: checkFlags,
  chosenBy: 'check',
  load: async () => (await import('./run-check.ts')).runCheck,
});
