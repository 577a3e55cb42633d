// @ts-check

/** Least share of mutants that the tests have to notice, in percent. */
const LEAST_KILLED = 85;

/** @typedef {{ layer: string, isNoticed: boolean, isTooSlow: boolean }} TriedMutant */

/**
 * What PIT's report comes to, as a whole and for each layer of the core.
 *
 * @param {string} report in XML
 * @returns {string}
 * @throws where too few are noticed, or none was made
 */
export function judgeMutants(report) {
  const mutants = mutantsOf(report);
  if (mutants.length === 0) throw new Error('PIT made no mutants');
  const layers = [...new Set(mutants.map(({ layer }) => layer))].sort();
  const tooSlow = mutants.filter(({ isTooSlow }) => isTooSlow).length;
  const says = [
    `all ${scoreOf(mutants)}`,
    ...layers.map((layer) => `${layer} ${scoreOf(mutants.filter((mutant) => mutant.layer === layer))}`),
  ].join(', ');
  const whole = `${says} noticed, ${tooSlow} of them because they went on for too long`;
  if (percentOf(mutants) < LEAST_KILLED) throw new Error(`${whole}; at least ${LEAST_KILLED} % is asked for`);
  return whole;
}

/** @param {string} report @returns {readonly TriedMutant[]} */
function mutantsOf(report) {
  const mutants = report.matchAll(/<mutation detected='(\w+)' status='(\w+)'.*?<mutatedClass>(.*?)</gs);
  return [...mutants].map(([, detected, status, name = '']) => ({
    layer: /\.core\.(\w+)\./.exec(name)?.[1] ?? name,
    isNoticed: detected === 'true',
    isTooSlow: status === 'TIMED_OUT',
  }));
}

/** @param {readonly TriedMutant[]} mutants */
function scoreOf(mutants) {
  return `${noticedOf(mutants)} of ${mutants.length} (${percentOf(mutants).toFixed(1)} %)`;
}

/** @param {readonly TriedMutant[]} mutants */
function percentOf(mutants) {
  return (100 * noticedOf(mutants)) / mutants.length;
}

/** @param {readonly TriedMutant[]} mutants */
function noticedOf(mutants) {
  return mutants.filter(({ isNoticed }) => isNoticed).length;
}
