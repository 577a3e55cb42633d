/** One start of the app in a state, and what somebody does then. */
export interface Run {
  readonly url: string;
  /** What the app itself has stored of its own session. */
  readonly own: Readonly<Record<string, string>>;
  readonly vault: 'none' | 'locked' | 'unlocked';
  readonly session: { readonly username: string; readonly token: string };
  readonly does?: readonly Action[];
}

/** A button by its words, an address, or a call of the generated service. */
export type Action =
  { readonly click: string } | { readonly open: string } | { readonly call: 'lockOut' | 'logout' | 'expire' };

export interface Seen {
  readonly url: string;
  /** The classes of the pages on the screen, from the outermost. */
  readonly pages: readonly string[];
  /** The classes of all pages that were opened on the way. */
  readonly opened: readonly string[];
  readonly guardCalls: number;
  readonly navigations: number;
  readonly settled: boolean;
  readonly errors: readonly string[];
  /** Whether a session is stored in the vault. */
  readonly stored: boolean;
  /** What the app has stored itself. */
  readonly own: Readonly<Record<string, string>>;
}
