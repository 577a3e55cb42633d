// @ts-check

/**
 * Suites whose files run one after the other, for they wait in real time or fill the processors themselves. Two lanes run beside each other, and
 * take about the same time. The first waits for browsers and terminals, mostly. No two suites of different lanes build in the same folder.
 */
const LANES = [['browser', 'terminal', 'e2e', 'cores'], ['native']];

/**
 * In which order to run suites.
 *
 * @param {readonly string[]} chosen
 * @returns {readonly (readonly (readonly string[])[])[]} phases, one after the other, each with its lanes, which run beside each other
 */
export function lanesOf(chosen) {
  const lanes = LANES.map((suites) => suites.filter((suite) => chosen.includes(suite)));
  const others = chosen.filter((suite) => !LANES.flat().includes(suite));
  return [[others], lanes]
    .map((phase) => phase.filter((suites) => suites.length > 0))
    .filter(({ length }) => length > 0);
}
