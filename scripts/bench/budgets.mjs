// @ts-check
import { ratios, summarise } from './statistics.mjs';

/**
 * What a scenario may cost: a sum of scenarios of the same run and fixed amounts, with a tolerance where it says
 * percent. Wall time, unless it is MiB.
 *
 * @typedef {{ scenario: string, limit: string, why: string }} Budget
 */

/** @type {readonly Budget[]} */
export const budgets = [
  { scenario: 'help', limit: 'node + 40 ms', why: 'a question about flags is answered at once' },
  { scenario: 'version', limit: 'node + 40 ms', why: 'as the help' },
  { scenario: 'check', limit: '1.5 x node', why: 'a check of an untouched set-up only compares digests' },
  { scenario: 'dry-run', limit: 'ng-interceptor', why: 'a set-up costs no more than generating one file' },
  { scenario: 'first-run', limit: 'ng-interceptor', why: 'a set-up costs no more than generating one file' },
  { scenario: 'dry-run', limit: '120 MiB', why: 'ts-morph and little else' },
  { scenario: 'first-run', limit: '120 MiB', why: 'ts-morph and little else' },
  { scenario: 'dry-run-formatted', limit: 'dry-run + prettier - node', why: "only the app's formatter is added" },
  { scenario: 'dry-run-5000', limit: 'dry-run + 5 %', why: 'the cost does not grow with the app' },
];

/**
 * @typedef {{ times: number, scenario: string } | { amount: number }} Term
 * @typedef {{ unit: 'ms' | 'MiB', terms: readonly Term[], tolerance: number }} Limit
 */

/**
 * @param {string} text e.g. `1.5 x node`, `node + 40 ms`, `120 MiB`, `dry-run + 5 %`
 * @returns {Limit}
 */
export function parseLimit(text) {
  const [, sum = '', percent] = /^(.*?)(?: \+ (\d+) %)?$/.exec(text) ?? [];
  const parts = ` + ${sum}`.split(/ ([+-]) /).slice(1);
  const terms = parts.flatMap((part, index) =>
    index % 2 === 0 ? [] : [parseTerm(part, parts[index - 1] === '-' ? -1 : 1)],
  );
  const unit = sum.endsWith(' MiB') ? 'MiB' : 'ms';
  if (percent === undefined) return { unit, terms, tolerance: 0 };
  return { unit, terms, tolerance: Number(percent) / 100 };
}

/**
 * @param {string} text
 * @param {1 | -1} sign
 * @returns {Term}
 */
function parseTerm(text, sign) {
  const amount = /^(\d+) (?:ms|MiB)$/.exec(text)?.[1];
  if (amount !== undefined) return { amount: sign * Number(amount) };
  const [, times = '1', scenario] = /^(?:(\d+(?:\.\d+)?) x )?([a-z][\w-]*)$/.exec(text) ?? [];
  if (scenario === undefined) throw new SyntaxError(`${text} is neither a scenario nor an amount.`);
  return { times: sign * Number(times), scenario };
}

/**
 * @typedef {import('./measure.mjs').Figures} Figures
 * @typedef {ReadonlyMap<string, readonly Figures[]>} Measured every run of every scenario, by round
 * @typedef {{ measured: number, allowed: number, used: number }} Share medians; `used` is the share of the limit
 * @typedef {Budget & Share & { unit: 'ms' | 'MiB', isMet: boolean, usedCpu?: number | undefined }} Verdict
 */

/**
 * Judges wall time or memory. The share of processor time is worked out as well: other work on the machine adds to the
 * time a process waits, and hardly to the time it works.
 *
 * @param {Budget} budget
 * @param {Measured} measured
 * @returns {Verdict | undefined} nothing where a scenario it needs was not measured
 */
export function judge(budget, measured) {
  const { unit } = parseLimit(budget.limit);
  const share = shareOf(budget, measured, unit === 'ms' ? 'wall' : 'memory');
  if (share === undefined) return undefined;
  const usedCpu = unit === 'ms' ? shareOf(budget, measured, 'cpu')?.used : undefined;
  return { ...budget, ...share, unit, isMet: share.used <= 1, usedCpu };
}

/**
 * @param {Budget} budget
 * @param {Measured} measured
 * @param {keyof Figures} figure
 * @returns {Share | undefined}
 */
function shareOf({ scenario, limit }, measured, figure) {
  const { terms, tolerance } = parseLimit(limit);
  const values = measured.get(scenario)?.map((figures) => figures[figure]);
  const addends = terms.map((term) =>
    'amount' in term
      ? values?.map(() => term.amount)
      : measured.get(term.scenario)?.map((figures) => term.times * figures[figure]),
  );
  if (values === undefined || addends.includes(undefined)) return undefined;
  const limits = values.map((_, round) =>
    addends.reduce((sum, addend) => sum + Number(addend?.[round]) * (1 + tolerance), 0),
  );
  return {
    measured: summarise(values).median,
    allowed: summarise(limits).median,
    used: summarise(ratios(values, limits)).median,
  };
}
