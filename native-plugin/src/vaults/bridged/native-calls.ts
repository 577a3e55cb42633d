import type { CallName, Calls } from './calls.ts';
import type { EventFeed } from './event-feed.ts';
import { resultOf, type NativeLink } from './native-link.ts';

/** Calls that settle after the app has heard of what came before the answer. BRIDGE.md §5.2. */
export class NativeCalls {
  readonly #link: NativeLink;
  readonly #feed: EventFeed;

  constructor(link: NativeLink, feed: EventFeed) {
    this.#link = link;
    this.#feed = feed;
  }

  /** @param vault absent for calls of the process */
  async call<Name extends CallName>(name: Name, given: Calls[Name][0], vault?: string): Promise<Calls[Name][1]> {
    const outcome = await this.#link.send(name, given, vault);
    await this.#feed.reached(outcome.events);
    return resultOf(outcome);
  }
}
