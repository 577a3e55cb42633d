/**
 * Signing in at a provider as the native part does it: its own browser window, and its own requests, so that no script of a page has a hand in
 * either. On the web there is none: there the page itself goes to the provider. Every call rejects with `VaultError`: `PolicyNotMet` for an
 * address of an origin that the app does not list in its configuration, before anything is shown or sent.
 */
export interface AuthService {
  /**
   * Shows an address of the provider until the user comes back. It counts as a prompt: no vault is locked because the app is out of sight.
   * Rejects `Conflict`: one is shown already; `VaultUnavailable`: there is no browser for it.
   * @returns the address that the user came back with; `undefined`: the user closed it
   */
  openSession(session: NativeAuthSession): Promise<string | undefined>;
  /** Takes the address that this process was opened with, if it is the answer. A second call does not get it. */
  takeCallback(expected: ExpectedCallback & { readonly state: string }): Promise<string | undefined>;
  /** One request without cookies and without following redirects. `undefined`: there was no answer. */
  send(request: ProviderRequest): Promise<ProviderAnswer | undefined>;
}

/** An address that the user comes back with. Any other that arrives changes nothing. */
export interface ExpectedCallback {
  /** Up to its query it is exactly this. */
  readonly callbackUrl: string;
  /** Its query has exactly this one. Absent: whatever it has. */
  readonly state?: string;
}

/** What to show, and when it is over. */
export interface NativeAuthSession extends ExpectedCallback {
  readonly url: string;
  /** Shares no cookies with the user's browser, where the platform can do that. */
  readonly isEphemeral: boolean;
}

/** A header of a request, or of an answer. */
export interface Header {
  readonly name: string;
  readonly value: string;
}

/** What to ask a provider. */
export interface ProviderRequest {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  /** `accept`, `content-type`, `authorization` and `dpop`; no others. */
  readonly headers: readonly Header[];
  readonly body?: string;
  /** Milliseconds. */
  readonly timeout: number;
}

/** What a provider answered. */
export interface ProviderAnswer {
  readonly status: number;
  readonly headers: readonly Header[];
  readonly body: string;
}
