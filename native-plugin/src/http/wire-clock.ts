/** Milliseconds of both clocks of this process. */
export interface WireMoment {
  /** Can be set by people; says something in the next process, too. */
  readonly wall: number;
  /** Can't be set, may stand still while the device sleeps, and starts anew with each page. */
  readonly monotonic: number;
}

/** Now. */
export type WireClock = () => WireMoment;

export const wireClock: WireClock = () => ({ wall: Date.now(), monotonic: performance.now() });
