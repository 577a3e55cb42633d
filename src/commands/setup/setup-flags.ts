import type { Flag, FlagValues } from '../../cli/flags/flag.ts';
import { allowManual, answers } from '../../cli/flags/shared-flags.ts';
import { conflictChoices } from '../../diff/conflict-choices.ts';

export const setupFlags = [
  allowManual,
  {
    name: 'allowUnsupported',
    type: 'boolean',
    help: 'go on with a Capacitor, Ionic or RxJS older than 7',
  },
  answers,
  {
    name: 'discovery',
    type: 'boolean',
    isNegative: true,
    help: 'don’t ask the OpenID provider what it says of itself',
  },
  {
    name: 'onConflict',
    type: 'choice',
    placeholder: '<choice>',
    choices: conflictChoices,
    default: 'abort',
    help: 'where you and this run changed the same lines: write nothing, or decide',
  },
  {
    name: 'restore',
    type: 'list',
    placeholder: '<path...>',
    help: 'write a generated file again that you deleted',
  },
  {
    name: 'verify',
    type: 'boolean',
    help: 'run the app’s own type check before and after; new errors are told (exit 7)',
  },
] as const satisfies readonly Flag[];

export type SetupFlags = FlagValues<typeof setupFlags>;
