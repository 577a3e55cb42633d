import { count, record, text, type Shape } from './shape.ts';

/** What native resolves a call with. BRIDGE.md §4. */
export interface Answer<T> {
  /** Of the call that it belongs to. */
  readonly id: string;
  /** The number of the last event that came before it: whoever called hears of these first. */
  readonly events: number;
  readonly result: T;
}

export function answer<T>(result: Shape<T>): Shape<Answer<T>> {
  return record<Answer<T>>({ id: text(64), events: count, result });
}
