// @ts-check
// Runs in the browser: requests of one page to its own server, by each of those who can send them.
import { AuthMode, IonicIdentityVaultUser } from '../../native-plugin/src/index.ts';
import { TokenClient, originPolicy } from '../../native-plugin/src/http/index.ts';
import { tokenFetch } from '../../native-plugin/src/http/fetch/index.ts';
import { useTestVault } from '../../native-plugin/src/testing/index.ts';
import { inTurn, senders, signedIn } from './http-senders.mjs';

const plugin = { AuthMode, IonicIdentityVaultUser, TokenClient, originPolicy, tokenFetch, useTestVault };

/**
 * @param {{ requests: number, rounds: number }} asked
 * @returns {Promise<import('./http-senders.mjs').Times[]>}
 */
globalThis.measured = async ({ requests, rounds }) => {
  const { identity } = await signedIn(plugin);
  const send = senders(plugin, identity, { origin: location.origin, fetch: (input, init) => fetch(input, init) });
  return inTurn(rounds, async (who) => {
    const start = performance.now();
    for (let request = 0; request < requests; request += 1) await (await send[who](`${location.origin}/notes`)).text();
    return ((performance.now() - start) * 1000) / requests;
  });
};
