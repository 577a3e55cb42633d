import { usualWidth } from '../text/wrap.ts';
import { paintFor, type Paint } from './paint.ts';

/** How text is laid out for one stream. */
export interface Look {
  readonly paint: Paint;
  /** The longest line of prose; what contains it indents it by two at most. */
  readonly width: number;
}

/** Prose is broken once, for the terminal that shows it: a text that is broken twice looks ragged. */
export function lookOf(stream: NodeJS.WriteStream): Look {
  const width = stream.isTTY ? Math.min(usualWidth, stream.columns - 3) : usualWidth;
  return { paint: paintFor(stream), width };
}
