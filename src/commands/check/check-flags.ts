import type { Flag, FlagValues } from '../../cli/flags/flag.ts';

export const checkFlags = [
  { name: 'check', type: 'boolean', help: 'the same as the command check', isHidden: true },
  { name: 'strict', type: 'boolean', help: 'check: notes fail it, too (exit 2)' },
  {
    name: 'annotations',
    type: 'choice',
    placeholder: '<system>',
    choices: ['github'],
    help: 'check: mark the lines in a pull request',
  },
] as const satisfies readonly Flag[];

export type CheckFlags = FlagValues<typeof checkFlags>;
