import type { Chosen } from '../../resolve/chosen.ts';

/** The options, and how a person changes them after a look at the plan. */
export interface ChosenOptions extends Chosen {
  readonly change?: () => Promise<ChosenOptions>;
}
