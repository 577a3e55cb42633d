import { redirected } from '../authorize.ts';
import type { Answer } from '../answer.ts';
import type { SentRequest, TokenClient } from '../token-client.ts';
import type { TokenSession } from '../token-vault.ts';
import { abortedBy } from '../aborted-by.ts';
import { replayable, type Replayable } from './replayable.ts';

/**
 * A `fetch` that adds the token where it belongs. Takes and gives what `fetch` does; rejects besides with `VaultError` (nothing was sent, or a lock came) and
 * `HttpPolicyError`. A request with the token follows no redirect.
 *
 * @param send what sends; default: the global `fetch`
 * @example
 * const api = tokenFetch(new TokenClient({ vault: identity, origins: ['https://api.example.com'], refresh }));
 * const answer = await api('https://api.example.com/notes');
 */
export function tokenFetch<S extends TokenSession>(
  client: TokenClient<S>,
  send: typeof fetch = globalFetch,
): typeof fetch {
  return async (input, init) => {
    const replay = replayable(input, init);
    const { outgoing } = replay;
    const sent = await client.prepare(outgoing);
    if (!sent) return send(input, init);
    const answer = await exchange(send, replay, sent);
    const again = await client.answered(outgoing, sent, answerOf(answer));
    if (!again) return answer;
    // Nobody reads the refusal; without this the connection would be kept for it.
    answer.body?.cancel().catch(() => undefined);
    const second = await exchange(send, replay, again);
    client.answeredAgain(again, answerOf(second));
    return second;
  };
}

const globalFetch: typeof fetch = (input, init) => fetch(input, init);

async function exchange(send: typeof fetch, { request, init }: Replayable, sent: SentRequest): Promise<Response> {
  const given = init(sent.headers.Authorization);
  const signals = [sent.signal, given.signal].filter((signal) => signal !== undefined && signal !== null);
  const [only] = signals;
  const both = signals.length > 1 ? abortedBy(signals) : undefined;
  try {
    const answer = await send(request(sent.url), {
      ...given,
      redirect: 'manual',
      signal: both?.signal ?? only ?? null,
    });
    if (given.redirect !== 'manual' && isRedirect(answer)) throw redirected();
    return answer;
  } catch (error) {
    both?.forget();
    throw error;
  }
}

const REDIRECTS: readonly number[] = [301, 302, 303, 307, 308];

function isRedirect({ type, status }: Response): boolean {
  return type === 'opaqueredirect' || REDIRECTS.includes(status);
}

/** A redirect that the caller wanted to see has no address to check. */
function answerOf({ status, url, headers, type }: Response): Answer {
  return {
    status,
    url: type === 'opaqueredirect' ? '' : url,
    challenge: status === 401 ? headers.get('WWW-Authenticate') : undefined,
  };
}
