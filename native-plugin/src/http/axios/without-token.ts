import type { Exchange } from './attach-token.ts';
import type { AxiosAnswerLike, AxiosErrorLike } from './axios-types.ts';

/** Apps log what axios gives them. An answer holds its request; so does an error, twice. */
export function withoutToken(outcome: AxiosAnswerLike | AxiosErrorLike, { detach }: Exchange): void {
  if (outcome.config) detach(outcome.config);
  const parts = [outcome, 'response' in outcome ? outcome.response : undefined];
  for (const part of parts) {
    // Node's request holds its headers; that of a browser tells none.
    if (part && holdsHeaders(part.request)) part.request = withoutHeaders(part.request);
  }
}

interface NodeRequest {
  readonly res?: { readonly responseUrl?: string };
}

function holdsHeaders(request: unknown): request is NodeRequest {
  return typeof XMLHttpRequest === 'undefined' || !(request instanceof XMLHttpRequest);
}

function withoutHeaders(request: NodeRequest | undefined): NodeRequest {
  const responseUrl = request?.res?.responseUrl;
  return responseUrl === undefined ? {} : { res: { responseUrl } };
}
