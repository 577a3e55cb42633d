import type { Asker } from './asker.ts';
import type { Interview } from './interview.ts';

/** A question among others: who is asked, and what was answered so far. */
export interface Conversation {
  readonly interview: Interview;
  readonly asker: Asker;
  /** There is a question before. */
  readonly canGoBack: boolean;
}

/** How a question ended: it has its answer, or the one before is asked again. */
export type Outcome = 'answered' | 'back';
