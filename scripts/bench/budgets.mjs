// @ts-check
import { ratios, summarise } from './statistics.mjs';

/**
 * What a scenario may cost. A limit is a sum of scenarios of the same run and fixed amounts, or a tolerance around
 * another scenario; wall time unless it ends in MiB.
 *
 * @typedef {{ scenario: string, limit: string, why: string }} Budget
 */

/** @type {readonly Budget[]} */
export const budgets = [
  { scenario: 'help', limit: 'node + 40 ms', why: 'a question about flags is answered at once' },
  { scenario: 'version', limit: 'node + 40 ms', why: 'as the help' },
  { scenario: 'check', limit: '2 x node', why: 'a check of an untouched set-up only compares digests' },
  { scenario: 'dry-run', limit: 'ng-interceptor', why: 'a set-up costs no more than generating one file' },
  { scenario: 'first-run', limit: 'ng-interceptor', why: 'a set-up costs no more than generating one file' },
  { scenario: 'dry-run', limit: '130 MiB', why: 'ts-morph and little else' },
  { scenario: 'first-run', limit: '130 MiB', why: 'ts-morph and little else' },
  { scenario: 'dry-run-formatted', limit: 'dry-run + prettier - node', why: "only the app's formatter is added" },
  { scenario: 'dry-run-5000', limit: 'dry-run ± 5 %', why: 'the cost does not grow with the app' },
];

/**
 * @typedef {{ times: number, scenario: string } | { amount: number }} Term
 * @typedef {{ unit: 'ms' | 'MiB', terms: readonly Term[], tolerance?: number }} Limit
 */

/**
 * @param {string} text e.g. `2 x node`, `node + 40 ms`, `130 MiB`, `dry-run ± 5 %`
 * @returns {Limit}
 */
export function parseLimit(text) {
  const [sum = '', percent] = text.split(' ± ');
  const parts = ` + ${sum}`.split(/ ([+-]) /).slice(1);
  const terms = parts.flatMap((part, index) =>
    index % 2 === 0 ? [] : [parseTerm(part, parts[index - 1] === '-' ? -1 : 1)],
  );
  const unit = sum.endsWith(' MiB') ? 'MiB' : 'ms';
  if (percent === undefined) return { unit, terms };
  const tolerance = Number(/^(\d+) %$/.exec(percent)?.[1]) / 100;
  if (Number.isNaN(tolerance)) throw new SyntaxError(`${percent} is not a tolerance.`);
  return { unit, terms, tolerance };
}

/**
 * @param {string} text
 * @param {1 | -1} sign
 * @returns {Term}
 */
function parseTerm(text, sign) {
  const amount = /^(\d+) (?:ms|MiB)$/.exec(text)?.[1];
  if (amount !== undefined) return { amount: sign * Number(amount) };
  const [, times = '1', scenario] = /^(?:(\d+) x )?([a-z][\w-]*)$/.exec(text) ?? [];
  if (scenario === undefined) throw new SyntaxError(`${text} is neither a scenario nor an amount.`);
  return { times: sign * Number(times), scenario };
}

/**
 * @typedef {import('./measure.mjs').Figures} Figures
 * @typedef {ReadonlyMap<string, readonly Figures[]>} Measured every run of every scenario, by round
 * @typedef {Budget & { measured: number, allowed: number, unit: 'ms' | 'MiB', used: number, isMet: boolean }} Verdict
 */

/**
 * Judges the medians over the rounds. `used` is the share of the limit that was needed.
 *
 * @param {Budget} budget
 * @param {Measured} measured
 * @returns {Verdict | undefined} nothing where a scenario it needs was not measured
 */
export function judge(budget, measured) {
  const { unit, terms, tolerance } = parseLimit(budget.limit);
  const values = figuresOf(measured, budget.scenario, unit);
  if (values === undefined) return undefined;
  const limits = sumOf(terms, measured, { unit, rounds: values.length });
  if (limits === undefined) return undefined;
  const used = summarise(ratios(values, limits)).median;
  const isMet = tolerance === undefined ? used <= 1 : Math.abs(used - 1) <= tolerance;
  return { ...budget, measured: summarise(values).median, allowed: summarise(limits).median, unit, used, isMet };
}

/**
 * @param {readonly Term[]} terms
 * @param {Measured} measured
 * @param {{ unit: 'ms' | 'MiB', rounds: number }} how
 */
function sumOf(terms, measured, { unit, rounds }) {
  /** @type {number[]} */
  let sum = Array.from({ length: rounds }, () => 0);
  for (const term of terms) {
    const values = 'amount' in term ? sum.map(() => 1) : figuresOf(measured, term.scenario, unit);
    if (values === undefined) return undefined;
    const factor = 'amount' in term ? term.amount : term.times;
    sum = sum.map((value, round) => value + factor * Number(values[round]));
  }
  return sum;
}

/**
 * @param {Measured} measured
 * @param {string} scenario
 * @param {'ms' | 'MiB'} unit
 */
function figuresOf(measured, scenario, unit) {
  return measured.get(scenario)?.map(({ wall, memory }) => (unit === 'ms' ? wall : memory));
}
