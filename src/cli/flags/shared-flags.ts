import type { Flag } from './flag.ts';

/** For the commands that read options, or look for the app that options name. */
export const answers = {
  name: 'answers',
  type: 'text',
  placeholder: '<file>',
  help: 'read options from a JSON file, or from stdin with -',
} as const satisfies Flag;

/** For the commands that can leave a step to a person. */
export const allowManual = {
  name: 'allowManual',
  type: 'boolean',
  help: 'write the rest when a step is left for you',
} as const satisfies Flag;
