/** What came of asking an OpenID provider for its discovery document. */
export type Discovered =
  | { readonly kind: 'document'; readonly document: Readonly<Record<string, unknown>> }
  /** There was an answer, and it is no such document: `a redirect (302)`. */
  | { readonly kind: 'other'; readonly what: string }
  /** Nothing is known: no network, no answer in time, an error of the server, or this machine may not ask. */
  | { readonly kind: 'unreached'; readonly why: string };
