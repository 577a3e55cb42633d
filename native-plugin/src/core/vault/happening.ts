import type { LockEvent } from '../state/lock-event.ts';

/** An event without its moment. */
export type Happening = LockEvent extends infer Event ? (Event extends LockEvent ? Omit<Event, 'now'> : never) : never;
