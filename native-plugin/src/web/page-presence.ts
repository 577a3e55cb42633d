import type { Presence } from '../vaults/presence.ts';

/** What a person does. Moving a mouse is not among it: a desk that shakes would do. */
const SIGNS = ['pointerdown', 'keydown', 'wheel', 'touchstart', 'input'] as const;

/** An event costs a subtraction, and none of them delays scrolling. */
const LISTENING = { capture: true, passive: true } as const;

/** The idle lock is not more exact than this, in milliseconds. */
const ONCE_IN = 1000;

/** Touches and keys in this page. What script makes up is none of a person, and what happens in a frame is not heard of. */
export const pagePresence: Presence = (callback) => {
  let last = -Infinity;
  const heard = ({ isTrusted, timeStamp }: Event): void => {
    if (!isTrusted || timeStamp - last < ONCE_IN) return;
    last = timeStamp;
    callback();
  };
  for (const sign of SIGNS) addEventListener(sign, heard, LISTENING);
};
