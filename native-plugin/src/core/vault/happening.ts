import type { StateEvent } from '../state/state-event.ts';

/** An event without its moment. */
export type Happening = StateEvent extends infer Event
  ? Event extends StateEvent
    ? Omit<Event, 'now'>
    : never
  : never;
