import type { OutgoingRequest } from '../authorize.ts';

type Input = Parameters<typeof fetch>[0];

/** What `fetch` was called with, as it can be sent twice. */
export interface Replayable {
  readonly outgoing: OutgoingRequest;
  /** What to call `fetch` with first; anew for each time. */
  readonly request: (url: string) => string | Request;
  /** And second. */
  readonly init: (authorization: string) => RequestInit & { readonly headers: Headers };
}

/**
 * Whoever passes a stream as the body has it sent once: what was read of it is gone. The body of a `Request` is kept for the second time, which costs the memory of it.
 */
export function replayable(input: Input, init: RequestInit = {}): Replayable {
  const given = input instanceof Request ? input : undefined;
  const headers = init.headers ?? given?.headers;
  const hasStream = typeof ReadableStream !== 'undefined' && init.body instanceof ReadableStream;
  return {
    outgoing: {
      url: given ? given.url : String(input instanceof Request ? input.url : input),
      hasAuthorization: headers !== undefined && new Headers(headers).has('Authorization'),
      method: init.method ?? given?.method ?? 'GET',
      isRepeatable: !hasStream,
    },
    request: (url) => (given ? copyOf(given, url) : url),
    init: (authorization) => {
      const sent = new Headers(headers);
      sent.set('Authorization', authorization);
      const signal = init.signal ?? given?.signal;
      return {
        ...init,
        ...(given && { redirect: init.redirect ?? given.redirect }),
        headers: sent,
        ...(signal && { signal }),
      };
    },
  };
}

/** The caller's own stays as it was, and can be copied once more. */
function copyOf(request: Request, url: string): Request {
  const copy = request.clone();
  return url === copy.url ? copy : new Request(url, copy);
}
