/** The browser that the user signs in with, which the app can't look into. */
export interface AuthSession {
  /** Shows an address of the provider until it sends the user back. */
  open(request: AuthSessionRequest): Promise<AuthSessionResult>;
  /** The address that this page or process was opened with, if a sign-in may have led to it. */
  arrived(): Promise<string | undefined>;
  /** Takes the answer out of the address bar and out of the history. Called before anything else is done with it. */
  forget(): Promise<void>;
}

/** What to show. */
export interface AuthSessionRequest {
  /** The page of the provider. */
  readonly url: string;
  /** Where the provider sends the user back to. */
  readonly callbackUrl: string;
  /** Of the answer's query, which must have exactly this one. Absent, at the end of a session: whatever it has. */
  readonly state?: string;
  /** Whether to share no cookies with the user's browser, where that can be had. */
  readonly isEphemeral: boolean;
  /** Whether an address that arrived is the answer. Any other may come from anybody: the session goes on without it. */
  isAnswer(url: string): boolean;
}

/**
 * - `callback`: the answer.
 * - `left`: the page leaves; the answer is what the next page {@link AuthSession.arrived} with.
 * - `canceled`: the user closed it.
 */
export type AuthSessionResult =
  { readonly kind: 'callback'; readonly url: string } | { readonly kind: 'left' } | { readonly kind: 'canceled' };
