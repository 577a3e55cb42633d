import type { OptionKey } from '../options/options.ts';

/** Values that are each fine and can't be used together, or not in this app. */
export interface Clash {
  /** The option to change first, then the others that are part of it. */
  readonly keys: readonly [OptionKey, ...OptionKey[]];
  readonly text: string;
}
