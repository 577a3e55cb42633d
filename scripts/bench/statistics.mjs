// @ts-check

/** @typedef {{ min: number, median: number, max: number }} Summary */

/**
 * @param {readonly number[]} values at least one
 * @returns {Summary}
 */
export function summarise(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low, high] = [sorted[sorted.length - 1 - middle], sorted[middle]];
  const [min, max] = [sorted[0], sorted.at(-1)];
  if (low === undefined || high === undefined || min === undefined || max === undefined) {
    throw new RangeError('There is no median of nothing.');
  }
  return { min, median: (low + high) / 2, max };
}

/**
 * Compares what was measured in the same round, so that a machine that slows down for a while slows both sides.
 *
 * @param {readonly number[]} values
 * @param {readonly number[]} others the same rounds
 */
export function ratios(values, others) {
  if (values.length !== others.length) throw new RangeError('Only runs of the same rounds are compared.');
  return values.map((value, round) => value / Number(others[round]));
}
