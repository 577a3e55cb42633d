import { declareCommand } from '../command-module.ts';
import { setupFlags } from './setup-flags.ts';

export const setupCommand = declareCommand({
  name: 'setup',
  typed: '',
  summary: 'set up, or change an existing set-up',
  writes: true,
  readsOptions: true,
  flags: setupFlags,
  load: async () => (await import('./set-up.ts')).setUp,
});
