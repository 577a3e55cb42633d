import type { OidcSession } from './oidc-session.ts';
import type { WireClock, WireMoment } from '../http/wire-clock.ts';

/** A token is renewed this long before it ends, in milliseconds, or a quarter of its time if that is shorter. */
const EARLY = 30_000;

/**
 * How much of an access token's time is over. Of the two clocks that one counts by which more time has passed; a wall clock that went back counts
 * as over where it is the only one to say something: after a new start.
 */
export class AccessLifetime {
  readonly #clock: WireClock;
  #arrival: (WireMoment & { readonly token: string }) | undefined;

  constructor(clock: WireClock) {
    this.#clock = clock;
  }

  /** A token that came in this process. */
  note({ token }: OidcSession): void {
    this.#arrival = { ...this.#clock(), token };
  }

  /** Whether to renew it before the next use. Not known = not due: then the API's refusal tells. */
  isDue(session: OidcSession): boolean {
    return this.#isOverBy(session, EARLY);
  }

  isOver(session: OidcSession): boolean {
    return this.#isOverBy(session, 0);
  }

  #isOverBy(session: OidcSession, early: number): boolean {
    if (session.expiresIn === undefined) return false;
    const lifetime = session.expiresIn * 1000;
    const passed = this.#passed(session);
    return !(passed >= 0 && passed < lifetime - Math.min(early, lifetime / 4));
  }

  #passed({ token, receivedAt }: OidcSession): number {
    const now = this.#clock();
    const here = this.#arrival;
    if (here?.token !== token) return now.wall - receivedAt;
    return Math.max(now.monotonic - here.monotonic, now.wall - here.wall);
  }
}
