import type { OidcSession } from './oidc-session.ts';
import { EARLY, isSpent, timeBetween } from '../http/token-time.ts';
import type { WireClock, WireMoment } from '../http/wire-clock.ts';

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
    return isSpent(this.#passed(session), session.expiresIn * 1000, early);
  }

  #passed({ token, receivedAt }: OidcSession): number {
    const now = this.#clock();
    const here = this.#arrival;
    return here?.token === token ? timeBetween(here, now) : now.wall - receivedAt;
  }
}
