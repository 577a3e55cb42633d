import { count, list, oneOf, record, text } from './shape.ts';

/** The versions of BRIDGE.md that this JavaScript speaks, the best one first. */
export const PROTOCOLS = [1] as const;

/** The only message without a capability. It changes nothing that a vault could notice. */
export interface HelloMessage {
  readonly protocols: readonly number[];
}

/** What the page needs to call. BRIDGE.md §3. */
export interface Hello {
  readonly protocol: (typeof PROTOCOLS)[number];
  /** 32 random bytes in base64url, the same as long as the process lives. Needed in every call; never told to anyone. */
  readonly capability: string;
  /** Another number for each `hello`: ids of calls begin with it, so that no answer to a former page is taken for one. */
  readonly page: number;
  /** The number of the last event. The page hears of those that come after it. */
  readonly events: number;
  /** The version of the native part, for messages. */
  readonly version: string;
}

export const hello = record<Hello>({
  protocol: oneOf(...PROTOCOLS),
  capability: text(64, 43),
  page: count,
  events: count,
  version: text(64),
});

/** What native speaks, as it says when it refuses. */
export const spoken = record<{ readonly protocols: readonly number[] }>({ protocols: list(count, 16) });
