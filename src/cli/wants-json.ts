import type { Host } from '../model/host.ts';
import { safeFlags } from './flags/safe-flags.ts';

/** Is one document all that goes to stdout? The flags are read as text: parsing may be what failed. */
export function wantsJson({ argv, env }: Pick<Host, 'argv' | 'env'>): boolean {
  return argv.includes('--json') || argv.includes('--json-help') || safeFlags(env).json === true;
}
