import { abortedBy } from '../aborted-by.ts';
import type { OutgoingRequest } from '../authorize.ts';
import type { SentRequest } from '../token-client.ts';
import type { AxiosConfigLike } from './axios-types.ts';

/** A request that carries the token, until its answer. */
export interface Exchange {
  readonly outgoing: OutgoingRequest;
  readonly sent: SentRequest;
  /** It was refused once already. */
  readonly isSecond: boolean;
  /** Puts back what the caller had configured, and takes the token out. */
  readonly detach: (config: AxiosConfigLike) => void;
}

/** Of a request under way, by the signal in its configuration: the only thing that is the same object in each of axios' copies. */
const exchanges = new WeakMap<object, Exchange>();

/** The exchange that a configuration belongs to. */
export function exchangeOf(config: AxiosConfigLike | undefined): Exchange | undefined {
  const mark = config?.signal;
  return typeof mark === 'object' && mark !== null ? exchanges.get(mark) : undefined;
}

/** Has the configuration send exactly what was checked, and follow no redirect where axios has a say in it. */
export function attachToken(config: AxiosConfigLike, { outgoing, sent, isSecond }: Omit<Exchange, 'detach'>): void {
  const { url, baseURL, params, maxRedirects, fetchOptions, signal: given } = config;
  const { signal, forget } = abortedBy([sent.signal, given as AbortSignal | undefined]);
  const detach = (answered: AxiosConfigLike): void => {
    forget();
    answered.headers.delete('Authorization');
    restore(answered, { url, baseURL, params, maxRedirects, fetchOptions, signal: given });
  };
  exchanges.set(signal, { outgoing, sent, isSecond, detach });
  restore(config, { baseURL: undefined, params: undefined });
  const once = { ...fetchOptions, redirect: 'manual' };
  Object.assign(config, { url: sent.url, maxRedirects: 0, fetchOptions: once, signal });
  config.headers.set('Authorization', sent.headers.Authorization);
}

/** What is `undefined` must not be there: it would take the place of a default. */
function restore(config: AxiosConfigLike, values: Partial<AxiosConfigLike>): void {
  Object.assign(config, values);
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined) Reflect.deleteProperty(config, name);
  }
}
