import type { OriginPolicy } from '../../http/origin-policy.ts';
import { isOidcError } from '../oidc-error.ts';

/** Sends one request; `fetch` is one. On a phone it is a call of native code: providers answer no page of an app's own scheme. */
export type SendRequest = (url: string, init: RequestInit) => Promise<Response>;

/** No answer that says anything. A `TypeError`, because that is what the library under this passes on as it is. */
export class NoAnswer extends TypeError {
  override readonly name = 'NoAnswer';
}

/** A request to a place where no token may go. */
export class PlaceNotAllowed extends TypeError {
  override readonly name = 'PlaceNotAllowed';
}

/** The traffic with the provider: only to its origins, without cookies, and never on to where a redirect points. */
export function guardedFetch(send: SendRequest, policy: OriginPolicy): SendRequest {
  return async (url, init) => {
    const href = policy.allow(url);
    if (href === undefined) throw new PlaceNotAllowed('An endpoint of the provider is outside the allowed origins.');
    const response = await answerOf(send, href, init);
    if (saysNothing(response)) throw new NoAnswer(`The provider answered with ${response.status}.`);
    return response;
  };
}

async function answerOf(send: SendRequest, href: string, init: RequestInit): Promise<Response> {
  try {
    const quiet = { credentials: 'omit', cache: 'no-store', referrerPolicy: 'no-referrer' } as const;
    return await send(href, { ...init, ...quiet, redirect: 'error' });
  } catch (error) {
    if (isOidcError(error)) throw error;
    throw new NoAnswer('The provider gave no answer.');
  }
}

/** The server is down or busy, or something between here and there is: nothing is said about the session. */
function saysNothing({ status }: Response): boolean {
  return status >= 500 || status === 408 || status === 429;
}
