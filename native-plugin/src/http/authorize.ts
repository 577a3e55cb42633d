import { HttpPolicyError } from './http-policy-error.ts';
import type { OriginPolicy } from './origin-policy.ts';

/** A request as an interceptor sees it. */
export interface OutgoingRequest {
  /** The complete URL, query parameters included: what is checked is what is sent. */
  readonly url: string;
  /** Whether the caller set an `Authorization` header, which is then respected. */
  readonly hasAuthorization: boolean;
  /** Default `GET`. A lock aborts what only reads (`GET`, `HEAD`, `OPTIONS`); the answer to anything else still arrives. */
  readonly method?: string;
  /** Whether it can be sent again: not with a stream as its body. Default `true`. */
  readonly isRepeatable?: boolean;
}

/** What to send instead. */
export interface AuthorizedRequest {
  /** The URL that was checked. Replaces the request's URL *and* its separate parameters. */
  readonly url: string;
  /** To be added to the request's own. */
  readonly headers: Readonly<{ Authorization: string }>;
  /** The token that was attached: says which session a refusal (401) is about. */
  readonly token: string;
}

/** Whose token, and where it may go. */
export interface TokenSource {
  /** The origins that the token may be sent to. */
  readonly policy: OriginPolicy;
  /**
   * Asked only for allowed requests. `undefined` = nobody is logged in, the request goes out bare.
   * A rejection (locked, cancelled) is passed on, and the request is not sent.
   */
  readonly getToken: () => Promise<string | undefined>;
}

const HEADER_SAFE = /^[\x21-\x7e]+$/;

/**
 * Decides whether a request carries the token.
 *
 * @returns what to send, or `undefined`: send the request unchanged
 * @throws HttpPolicyError `InvalidToken`; whatever `getToken` rejects with
 */
export async function authorize(
  request: OutgoingRequest,
  { policy, getToken }: TokenSource,
): Promise<AuthorizedRequest | undefined> {
  const url = request.hasAuthorization ? undefined : policy.allow(request.url);
  return url === undefined ? undefined : withToken(url, await getToken());
}

/** @param url that was checked. @throws HttpPolicyError `InvalidToken` */
export function withToken(url: string, token: string | undefined): AuthorizedRequest | undefined {
  if (token === undefined || token === '') return undefined;
  if (!HEADER_SAFE.test(token)) {
    throw new HttpPolicyError('InvalidToken', 'The token has characters that are not allowed in a header.');
  }
  return { url, headers: { Authorization: `Bearer ${token}` }, token };
}

/**
 * Call with the URL of the response (or error response) to a request that carried the token.
 * XMLHttpRequest follows redirects by itself; this notices one that left the policy. Treat the token
 * as exposed then: rotate it.
 *
 * @param url `null` or empty when no answer arrived: nothing to check
 * @throws HttpPolicyError `RedirectedError`
 */
export function assertResponseAllowed(url: string | null | undefined, policy: OriginPolicy): void {
  if (!url || policy.origins.includes(originOf(url))) return;
  throw redirected();
}

/** The answer came from elsewhere, or would have. */
export function redirected(): HttpPolicyError {
  return new HttpPolicyError('RedirectedError', 'A request that carried the token was redirected out of its origins.');
}

function originOf(url: string): string {
  try {
    return new URL(url).origin;
  } catch {
    return 'null';
  }
}
