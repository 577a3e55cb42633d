import type { Written } from '../options/options.ts';
import type { GeneralFlags } from './flags/general-flags.ts';

/** What was asked on the command line, whatever the command; each adds the values of the flags it lists. */
export interface Invocation extends Omit<GeneralFlags, 'cwd' | 'jsonHelp'> {
  /** The folder to work in: absolute. */
  readonly cwd: string;
  /** The options given as flags, by key. */
  readonly flags: Written;
}
