import { text } from '../../../src/options/kinds.ts';
import { always, option, type OptionsOf } from '../../../src/options/option.ts';
import type { Options } from '../../../src/options/options.ts';

/** The options that only Tiny's apps have. */
export const tinyOptions = [
  option('pageTitle', {
    kind: text({ what: 'a word', pattern: /^\w+$/, placeholder: '<word>' }),
    group: 'code',
    ask: 'more',
    help: 'Title of the unlock page',
    consequence: 'It stands at its top.',
    fallback: always('Locked'),
  }),
] as const;

/** Every option of an app of Tiny, complete and validated. */
export interface TinyOptions extends Options, OptionsOf<typeof tinyOptions> {}
