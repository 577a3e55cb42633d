import type { Flag, FlagValues } from '../../cli/flags/flag.ts';
import { allowManual, answers } from '../../cli/flags/shared-flags.ts';

export const removeFlags = [
  { name: 'force', type: 'boolean', help: 'remove: also take out files you edited' },
  allowManual,
  answers,
] as const satisfies readonly Flag[];

export type RemoveFlags = FlagValues<typeof removeFlags>;
