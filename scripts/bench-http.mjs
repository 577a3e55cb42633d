// @ts-check
import { parseArgs } from 'node:util';
import { inBrowser } from './bench/http-browser.mjs';
import { loadPlugin, startServer } from './bench/http-requests.mjs';
import { WHO, inTurn, senders, signedIn } from './bench/http-senders.mjs';

/** @typedef {import('./bench/http-senders.mjs').Who} Who */

const LIMIT = { microseconds: 20, ratio: 1.1 };
const PARALLEL = 1000;

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '40' },
    json: { type: 'boolean', default: false },
    strict: { type: 'boolean', default: false },
  },
});
const rounds = Number(values.rounds);
const plugin = await loadPlugin();
const server = await startServer();
try {
  const measured = await measure();
  if (values.json) console.log(JSON.stringify(measured, undefined, 2));
  else print(measured);
  if (values.strict && !measured.isWithin) process.exitCode = 1;
} finally {
  server.stop();
}

async function measure() {
  const { identity } = await signedIn(plugin);
  const answer = new Response('ok');
  const instant = { origin: 'http://127.0.0.1:1', fetch: () => Promise.resolve(answer) };
  const toNobody = senders(plugin, identity, instant);
  const alone = await inTurn(rounds, (who) => time(toNobody[who], `${instant.origin}/notes`, 2000));
  const wire = { origin: server.origin, fetch };
  const toServer = senders(plugin, identity, wire);
  const real = await inTurn(rounds, (who) => time(toServer[who], `${server.origin}/notes`, 200));
  const browser = await inBrowser(server.origin, rounds);
  const added = median(alone.map(({ bare, adapter }) => adapter - bare));
  const addedByHand = median(alone.map(({ bare, byHand }) => byHand - bare));
  const ratio = median(real.map(({ aborting, adapter }) => adapter / aborting));
  const ratioPlain = median(real.map(({ byHand, adapter }) => adapter / byHand));
  const ratioInBrowser = median(browser.map(({ byHand, adapter }) => adapter / byHand));
  const parallel = await atOnce();
  const isWithin =
    added <= LIMIT.microseconds && Math.max(ratio, ratioInBrowser) <= LIMIT.ratio && parallel.prompts === 1;
  const [request, inChromium] = [real, browser].map(medians);
  return { added, addedByHand, request, ratio, ratioPlain, inChromium, ratioInBrowser, parallel, isWithin };
}

/**
 * Microseconds of processor time for a request.
 * @param {import('./bench/http-senders.mjs').Send} send
 * @param {string} url
 * @param {number} requests
 */
async function time(send, url, requests) {
  // Of the processor: what waits for others on this machine is no cost of a request.
  const start = process.cpuUsage();
  for (let request = 0; request < requests; request += 1) {
    const answer = await send(url);
    if (!answer.bodyUsed && answer.url !== '') await answer.text();
  }
  const { user, system } = process.cpuUsage(start);
  return (user + system) / requests;
}

/** A thousand requests while the vault is locked. */
async function atOnce() {
  const { device, identity } = await signedIn(plugin, { unlockOnAccess: true });
  await identity.lockOut();
  const before = device.promptCount;
  const instant = { origin: 'http://127.0.0.1:1', fetch: () => Promise.resolve(new Response('ok')) };
  const { adapter } = senders(plugin, identity, instant);
  const start = performance.now();
  const answers = await Promise.all(Array.from({ length: PARALLEL }, () => adapter(`${instant.origin}/notes`)));
  if (!answers.every(({ ok }) => ok)) throw new Error('A request was not answered.');
  return { prompts: device.promptCount - before, milliseconds: performance.now() - start };
}

/** @param {readonly Record<Who, number>[]} rounds */
function medians(rounds) {
  return Object.fromEntries(WHO.map((who) => [who, median(rounds.map((round) => round[who]))]));
}

/** @param {readonly number[]} numbers */
function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}

/** @param {Awaited<ReturnType<typeof measure>>} measured */
function print({ added, addedByHand, request, ratio, ratioPlain, inChromium, ratioInBrowser, parallel, isWithin }) {
  const figure = (/** @type {number | undefined} */ value) => (value ?? NaN).toFixed(1);
  console.log(
    `added to a request, unlocked   ${figure(added)} µs (limit ${LIMIT.microseconds}); by hand ${figure(addedByHand)} µs`,
  );
  const all = (/** @type {Record<string, number> | undefined} */ times) =>
    WHO.map((who) => `${who} ${figure(times?.[who])} µs`).join(', ');
  console.log(`a request to a local server    ${all(request)}`);
  console.log(
    `the adapter by one that a lock aborts, too  ${ratio.toFixed(3)} (limit ${LIMIT.ratio}); by the hand-written ${ratioPlain.toFixed(3)}`,
  );
  console.log(`the same in Chromium           ${all(inChromium)}`);
  console.log(`the adapter by the hand-written, there      ${ratioInBrowser.toFixed(3)} (limit ${LIMIT.ratio})`);
  console.log(
    `${PARALLEL} requests while locked       ${parallel.prompts} prompt (limit 1), ${figure(parallel.milliseconds)} ms`,
  );
  console.log(isWithin ? 'Within the limits.' : 'Not within the limits.');
}
