import type { AuthService, ProviderAnswer, ProviderRequest } from '../../vaults/auth-service.ts';
import type { SendRequest } from '../provider/guarded-fetch.ts';
import { withoutRefusal } from './without-refusal.ts';

/** Of the request's headers: what the protocol needs. The others would be refused. */
const SENT_HEADERS = ['accept', 'content-type', 'authorization', 'dpop'];
const WITHOUT_BODY: readonly number[] = [204, 205];

/** `fetch` by native code: providers answer no page of an app's own scheme, and no cookie goes along. @param timeout milliseconds */
export function phoneSend(auth: () => Promise<AuthService>, timeout: number): SendRequest {
  return async (url, init) => {
    const request = requestOf(url, init, timeout);
    const asked = withoutRefusal(async () => (await auth()).send(request));
    const answer = await unlessAborted(asked, init.signal);
    if (answer) return responseOf(answer);
    throw new TypeError('There was no answer.');
  };
}

function requestOf(url: string, { method = 'GET', headers, body }: RequestInit, timeout: number): ProviderRequest {
  const given = new Headers(headers);
  // As `fetch` does.
  if (body instanceof URLSearchParams && !given.has('content-type')) {
    given.set('content-type', 'application/x-www-form-urlencoded;charset=UTF-8');
  }
  const named = [...given].map(([name, value]) => ({ name, value })).filter(({ name }) => SENT_HEADERS.includes(name));
  return { method: knownMethod(method), url, headers: named, timeout, ...textOf(body) };
}

function knownMethod(method: string): ProviderRequest['method'] {
  if (method === 'GET' || method === 'POST') return method;
  throw new TypeError('Only GET and POST are asked.');
}

function textOf(body: RequestInit['body']): { readonly body?: string } {
  if (body === undefined || body === null) return {};
  if (typeof body === 'string' || body instanceof URLSearchParams) return { body: String(body) };
  throw new TypeError('Only texts are sent.');
}

function responseOf({ status, headers, body }: ProviderAnswer): Response {
  const pairs = headers.map(({ name, value }): [string, string] => [name, value]);
  return new Response(WITHOUT_BODY.includes(status) ? null : body, { status, headers: pairs });
}

/** Native code ends by its own timeout; whoever asked need not wait for that. */
async function unlessAborted<T>(task: Promise<T>, signal: AbortSignal | null | undefined): Promise<T> {
  if (!signal) return task;
  let forget: () => void = () => undefined;
  const aborted = new Promise<never>((_, reject) => {
    const abort = () => reject(signal.reason as Error);
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort);
    forget = () => signal.removeEventListener('abort', abort);
  });
  return Promise.race([task, aborted]).finally(forget);
}
