import type { Answer } from '../answer.ts';
import { redirected, type OutgoingRequest } from '../authorize.ts';
import type { TokenClient } from '../token-client.ts';
import type { TokenSession } from '../token-vault.ts';
import { attachToken, exchangeOf, type Exchange } from './attach-token.ts';
import type { Axios, AxiosAnswerLike, AxiosConfigLike, AxiosErrorLike, AxiosLike } from './axios-types.ts';
import { withoutToken } from './without-token.ts';

/**
 * Has an axios instance add the token where it belongs. Register it after interceptors of your own that change a request's address: axios runs
 * request interceptors in the opposite order, so those would come later and are not checked; register those *after* this one.
 *
 * @returns what takes it away again
 * @example
 * const api = axios.create({ baseURL: 'https://api.example.com' });
 * useTokens(api, new TokenClient({ vault: identity, origins: ['https://api.example.com'], refresh }));
 */
export function useTokens<S extends TokenSession>(instance: AxiosLike, client: TokenClient<S>): () => void {
  const axios = instance as unknown as Axios;
  const { request, response } = axios.interceptors;
  const answered: Answered = async (exchange, config, answer) => {
    const { outgoing, sent, isSecond } = exchange;
    if (isSecond) client.answeredAgain(sent, answer);
    const again = isSecond ? undefined : await client.answered(outgoing, sent, answer);
    if (!again) return undefined;
    const repeated = { ...config };
    attachToken(repeated, { outgoing, sent: again, isSecond: true });
    return axios.request(repeated);
  };

  const requests = request.use(async (config) => {
    // Sent for the second time: it has its token.
    if (exchangeOf(config)) return config;
    const outgoing = outgoingOf(axios.getUri(config), config);
    const sent = await client.prepare(outgoing);
    if (sent) attachToken(config, { outgoing, sent, isSecond: false });
    return config;
  });
  const responses = response.use(onAnswer(answered), onError(answered));
  return () => {
    request.eject(requests);
    response.eject(responses);
  };
}

/** @returns the answer to what was sent once more; `undefined`: this one is the caller's */
type Answered = (exchange: Exchange, config: AxiosConfigLike, answer: Answer) => Promise<AxiosAnswerLike | undefined>;

function onAnswer(answered: Answered): (received: AxiosAnswerLike) => Promise<AxiosAnswerLike> {
  return async (received) => {
    const exchange = exchangeOf(received.config);
    if (!exchange) return received;
    withoutToken(received, exchange);
    if (isUnfollowed(received, received.config)) throw redirected();
    return (await answered(exchange, received.config, answerOf(received))) ?? received;
  };
}

function onError(answered: Answered): (error: unknown) => Promise<AxiosAnswerLike> {
  return async (error) => {
    const { config, response } = (error ?? {}) as AxiosErrorLike;
    const exchange = exchangeOf(config);
    if (!config || !exchange) throw error;
    withoutToken(error as AxiosErrorLike, exchange);
    if (response && isUnfollowed(response, config)) throw redirected();
    const again = await answered(exchange, config, response ? answerOf(response) : NO_ANSWER);
    if (again) return again;
    throw error;
  };
}

const NO_ANSWER: Answer = { status: 0 };

function outgoingOf(url: string, { method, data, headers }: AxiosConfigLike): OutgoingRequest {
  const isStream = (data as { readonly pipe?: unknown; readonly getReader?: unknown } | undefined) ?? {};
  return {
    url,
    method: method ?? 'GET',
    hasAuthorization: headers.has('Authorization'),
    isRepeatable: typeof isStream.pipe !== 'function' && typeof isStream.getReader !== 'function',
  };
}

/** XMLHttpRequest tells where the answer came from, and Node's client, under other names. */
function answerOf({ status, headers, request }: AxiosAnswerLike): Answer {
  const { responseURL, res } = (request ?? {}) as {
    readonly responseURL?: string;
    readonly res?: { readonly responseUrl?: string };
  };
  const challenge = (headers as Readonly<Record<string, unknown>> | undefined)?.['www-authenticate'];
  return {
    status,
    url: responseURL ?? res?.responseUrl,
    challenge: typeof challenge === 'string' ? challenge : undefined,
  };
}

/** A redirect that the caller meant to be followed. A browser's `fetch` tells nothing of one but that it is there, by the status 0. */
function isUnfollowed({ status }: AxiosAnswerLike, { maxRedirects, fetchOptions }: AxiosConfigLike): boolean {
  if (status === 0) return (fetchOptions as RequestInit | undefined)?.redirect !== 'manual';
  return [301, 302, 303, 307, 308].includes(status) && maxRedirects !== 0;
}
