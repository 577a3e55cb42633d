// @ts-check
import { readMutants } from './mutant-table.mjs';

/**
 * What judges the mutants of one port.
 *
 * @typedef {object} Judge
 * @property {string} language
 * @property {(mutants: readonly import('./mutant-table.mjs').Mutant[]) => Promise<void>} build with every mutant in it, by its place in the list, counted from 1
 * @property {(numbers: readonly number[]) => Promise<ReadonlyMap<number, string | undefined>>} judge what killed each; undefined: nothing did
 */

/** By default one in so many is tried: a build and all of them take minutes. */
const SAMPLE = 4;

/**
 * @param {Judge} judge
 * @param {{ isWhole: boolean }} options
 * @returns {Promise<string>} what was tried
 * @throws where a mutant survives that is not listed as equivalent, or one is killed that is
 */
export async function tryMutants({ language, build, judge }, { isWhole }) {
  const mutants = readMutants(language);
  await build(mutants);
  const numbers = mutants.map((_, index) => index + 1);
  const tried = isWhole ? numbers : numbers.filter((number) => number % SAMPLE === 0);
  const killers = new Map(await judge(tried));
  // A test that ran out of its time on a busy machine has noticed nothing: what no test can notice is tried once more.
  const doubted = tried.filter((number) => isEquivalent(mutants, number) && killers.get(number) !== undefined);
  if (doubted.length > 0) for (const [number, killer] of await judge(doubted)) killers.set(number, killer);

  const faults = tried.flatMap((number) => {
    const { id = '', equivalent } = mutants[number - 1] ?? {};
    const killer = killers.get(number);
    if (equivalent === undefined) return killer === undefined ? [`${id} survives`] : [];
    return killer === undefined ? [] : [`${id} is said to be equivalent, and ${killer} notices it`];
  });
  const survivors = tried.filter((number) => killers.get(number) === undefined).length;
  const says = `${mutants.length} mutants, ${tried.length} tried, ${tried.length - survivors} killed, ${survivors} left`;
  if (faults.length > 0) throw new Error(`${says}\n${faults.join('\n')}`);
  return `${says}, each of them equivalent`;
}

/** @param {readonly import('./mutant-table.mjs').Mutant[]} mutants @param {number} number */
function isEquivalent(mutants, number) {
  return mutants[number - 1]?.equivalent !== undefined;
}
