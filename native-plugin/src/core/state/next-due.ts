import type { LockState } from './lock-state.ts';
import { isTimed } from './locking.ts';
import { warningAfter } from './use.ts';

/** The next moment at which time alone changes something: then a `tick` is due. `null`: none. FORMAT.md §15.6. */
export function nextDue(state: LockState): number | null {
  const moments = [state.lease?.deadline ?? null, ...timesOfUse(state)].filter((moment) => moment !== null);
  return moments.length > 0 ? Math.min(...moments) : null;
}

function timesOfUse(state: LockState): readonly (number | null)[] {
  const { prompt, background, lockAfter, use, idleTimeout, sessionTimeout } = state;
  if (!isTimed(state) || prompt) return [];
  const idle = use?.isWarned ? idleTimeout : warningAfter(idleTimeout);
  return [
    background && lockAfter !== null ? background.since + lockAfter : null,
    use && idleTimeout > 0 ? use.last + idle : null,
    use && sessionTimeout > 0 ? use.since + sessionTimeout : null,
  ];
}
