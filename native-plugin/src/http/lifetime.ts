import type { TokenSession } from './token-vault.ts';
import { EARLY, isSpent, timeBetween } from './token-time.ts';
import { wireClock, type WireClock, type WireMoment } from './wire-clock.ts';

/** What a session may have of the time that its token is good for. */
export interface TokenLifetime {
  /** Seconds from its arrival, as the server said. */
  readonly expires_in?: number;
  /** The same, under a name in camel case. */
  readonly expiresIn?: number;
  /** When it arrived, on the wall clock, in milliseconds. {@link received} writes it. */
  readonly receivedAt?: number;
}

/** Arrivals that are remembered: the present token, and some that just went. */
const MOST_ARRIVALS = 16;

/** Arrivals in this process, by token. */
const arrivals = new Map<string, WireMoment>();

/**
 * Notes when a session came from the server: call it with the answer to a sign-in, before `login`. The client does it with what `refresh` gives.
 * @returns the session with `receivedAt`, for a process that starts later
 */
export function received<S extends TokenSession>(session: S, clock: WireClock = wireClock): S & { receivedAt: number } {
  const now = clock();
  arrivals.delete(session.token);
  arrivals.set(session.token, now);
  const [oldest] = arrivals.keys();
  if (arrivals.size > MOST_ARRIVALS && oldest !== undefined) arrivals.delete(oldest);
  return { ...session, receivedAt: now.wall };
}

/**
 * Whether to renew the token before the next request. Of the two clocks the one counts by which more time has passed. A wall clock that went
 * back counts as over where it is the only one to say something: after a reload. Not known = not due: then a refusal (401) tells.
 */
export function isDue(session: TokenSession & TokenLifetime, clock: WireClock = wireClock): boolean {
  const lifetime = (session.expires_in ?? session.expiresIn ?? NaN) * 1000;
  const passed = timeSince(session, clock());
  if (passed === undefined || !Number.isFinite(lifetime)) return false;
  return isSpent(passed, lifetime, EARLY);
}

function timeSince({ token, receivedAt }: TokenSession & TokenLifetime, now: WireMoment): number | undefined {
  const here = arrivals.get(token);
  if (here) return timeBetween(here, now);
  return typeof receivedAt === 'number' ? now.wall - receivedAt : undefined;
}
