// @ts-check
// Runs in Node and in the browser.

const PAGE = 'http://localhost/';

/** @typedef {(url: string) => Promise<Response>} Send */
/** @typedef {'bare' | 'byHand' | 'aborting' | 'adapter'} Who */
/** @typedef {Record<Who, number>} Times microseconds for a request */

/** @type {readonly Who[]} */
export const WHO = ['bare', 'byHand', 'aborting', 'adapter'];

/**
 * What each takes in each round: they take turns, so that all of them see the same machine. The first rounds, in which the code is compiled, are
 * not counted.
 *
 * @param {number} rounds
 * @param {(who: Who) => Promise<number>} time
 * @returns {Promise<Times[]>}
 */
export async function inTurn(rounds, time) {
  const found = [];
  for (let round = -5; round < rounds; round += 1) {
    const times = { bare: 0, byHand: 0, aborting: 0, adapter: 0 };
    for (const who of round % 2 === 0 ? WHO : [...WHO].reverse()) times[who] = await time(who);
    if (round >= 0) found.push(times);
  }
  return found;
}

/**
 * A signed-in app, with its vault in memory.
 * @param {any} plugin_
 * @param {{ unlockOnAccess?: boolean }} [options]
 */
export async function signedIn(plugin_, options = {}) {
  const device = plugin_.useTestVault();
  class Identity extends plugin_.IonicIdentityVaultUser {}
  const { PasscodeOnly: authMode } = plugin_.AuthMode;
  const identity = new Identity({ ready: () => Promise.resolve() }, { authMode, ...options });
  await identity.login({ username: 'ada', token: 'token-of-ada' });
  return { device, identity };
}

/**
 * Who sends: nobody's token, that of an interceptor as teams write it, and the adapter's.
 * @param {any} plugin_
 * @param {any} identity
 * @param {{ origin: string, fetch: typeof fetch }} wire
 * @returns {Record<Who, Send>}
 */
export function senders(plugin_, identity, wire) {
  const { TokenClient, originPolicy, tokenFetch } = plugin_;
  const refresh = (/** @type {any} */ session) => Promise.resolve(session);
  const policy = originPolicy([wire.origin], PAGE);
  const client = new TokenClient({ vault: identity, origins: policy, refresh });
  return {
    bare: (url) => wire.fetch(url),
    byHand: interceptor(identity, wire),
    // The same, and a lock aborts it, as it does with the adapter.
    aborting: interceptor(identity, wire, new AbortController().signal),
    adapter: tokenFetch(client, wire.fetch),
  };
}

/**
 * As in tutorials: an origin is compared, the session is asked for, and a refusal is noticed.
 * @param {any} identity
 * @param {{ origin: string, fetch: typeof fetch }} wire
 * @param {AbortSignal} [signal]
 * @returns {Send}
 */
function interceptor(identity, { origin, fetch: send }, signal) {
  return async (url) => {
    const target = new URL(url, PAGE);
    if (target.origin !== origin) return send(url);
    const token = await identity.currentToken();
    const headers = new Headers();
    if (token !== undefined) headers.set('Authorization', `Bearer ${token}`);
    const answer = await send(target.href, { headers, ...(signal && { signal }) });
    if (answer.status === 401) throw new Error('refused');
    return answer;
  };
}
