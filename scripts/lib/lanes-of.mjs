// @ts-check

/** Suites that run in one process. @typedef {readonly string[]} Step */
/** Steps, one after the other. @typedef {readonly Step[]} Lane */
/** Lanes, beside each other. @typedef {readonly Lane[]} Phase */

/**
 * Suites whose files run one after the other, for they wait in real time or fill the processors themselves. Two lanes run beside each other, each
 * step by step, and take about the same time. No two suites of different lanes build in the same folder.
 */
const LANES = [[['browser', 'terminal', 'e2e'], ['cores']], [['native']]];

/** They have compilers and derive keys. What waits in real time gets the processor when it wants it. */
const COMPUTING = ['cores', 'native'];

/**
 * In which order to run suites.
 *
 * @param {readonly string[]} chosen
 * @returns {readonly Phase[]} one after the other
 */
export function lanesOf(chosen) {
  const others = chosen.filter((suite) => !LANES.flat(2).includes(suite));
  const lanes = LANES.map((steps) => steps.map((suites) => suites.filter((suite) => chosen.includes(suite))));
  return [[[others]], lanes]
    .map((phase) => phase.map((steps) => steps.filter(isSomething)).filter(isSomething))
    .filter(isSomething);
}

/**
 * Whether it runs with a lower priority than what is beside it.
 *
 * @param {Step} suites
 */
export function isPatient(suites) {
  return suites.every((suite) => COMPUTING.includes(suite));
}

/** @param {readonly unknown[]} list */
function isSomething({ length }) {
  return length > 0;
}
