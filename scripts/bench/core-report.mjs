// @ts-check
import { ratios, summarise } from './statistics.mjs';

/** Milliseconds of each round, by store, by task, and by who does it. @typedef {Record<string, Record<string, Record<string, number[]>>>} CoreTimes */

/** @typedef {{ language: string, times: CoreTimes, memory: Readonly<Record<string, number>> }} MeasuredCore */

/** The vault takes so many times what FORMAT.md's own steps take, on durable files. */
export const MOST_TIME = 1.2;

/** Bytes for a vault of 1 MiB, over what the process has itself. */
export const MOST_MEMORY = 4 * 1024 * 1024;

const DOERS = /** @type {const} */ ({ bare: 'bare primitives', format: 'the format’s own steps', core: 'the vault' });

/** @param {readonly MeasuredCore[]} measured */
export function coreTables(measured) {
  const times = measured.flatMap(({ language, times: stores }) =>
    rowsOf(stores).map(({ store, task, by, ms, ofBare, ofFormat }) => {
      const cells = [language, store, task, DOERS[by], ms.toFixed(3), ofBare.toFixed(2), ofFormat.toFixed(2)];
      return `| ${cells.join(' | ')} |`;
    }),
  );
  const memory = measured.flatMap(({ language, memory: peaks }) =>
    inOrder(peaks).map(([task, bytes]) => `| ${language} | ${task} | ${(bytes / 1024 / 1024).toFixed(1)} |`),
  );
  return [
    '| language | stores | task | by | ms | x bare | x format |',
    '|---|---|---|---|---|---|---|',
    ...times,
    '',
    '| language | task, with 1 MiB | MiB over the process’s own |',
    '|---|---|---|',
    ...memory,
  ].join('\n');
}

/** @param {readonly MeasuredCore[]} measured @returns {readonly string[]} */
export function missedBudgets(measured) {
  return measured.flatMap(({ language, times, memory }) => [
    ...rowsOf(times)
      .filter(({ store, by, ofFormat }) => store === 'disk' && by === 'core' && !(ofFormat <= MOST_TIME))
      .map(({ task, ofFormat }) => `${language}, ${task}: ${ofFormat.toFixed(2)} x the format’s own steps`),
    ...Object.entries(memory)
      .filter(([, bytes]) => !(bytes <= MOST_MEMORY))
      .map(([task, bytes]) => `${language}, ${task}: ${bytes} bytes`),
  ]);
}

/** Medians; of the ratios, of what was measured in the same round. @param {CoreTimes} times */
function rowsOf(times) {
  return inOrder(times).flatMap(([store, tasks]) =>
    inOrder(tasks).flatMap(([task, doers]) =>
      /** @type {const} */ (['bare', 'format', 'core']).map((by) => {
        const of = (/** @type {string} */ doer) => doers[doer] ?? [];
        const share = (/** @type {string} */ other) => summarise(ratios(of(by), of(other))).median;
        const ms = summarise(of(by)).median;
        return { store, task, by, ms, ofBare: share('bare'), ofFormat: share('format') };
      }),
    ),
  );
}

/**
 * Not every language keeps the order in which it puts things into an object.
 *
 * @template T
 * @param {Readonly<Record<string, T>>} things
 */
function inOrder(things) {
  return Object.entries(things).sort(([one], [other]) => (one < other ? -1 : 1));
}
