// @ts-check

/** @typedef {{ language: string, outcome: import('./outcome.mjs').Outcome }} Result */

/**
 * How many cases of each file passed in each language.
 *
 * @param {readonly Result[]} results
 */
export function vectorTable(results) {
  const rows = filesOf(results).map((file) => [
    file,
    ...results.map(({ outcome }) => String(outcome.vectors[file] ?? 0)),
  ]);
  const table = [['vectors', ...results.map(({ language }) => language)], ...rows];
  const widths = (table[0] ?? []).map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
  return table.map((row) => row.map((cell, column) => pad(cell, widths[column] ?? 0, column)).join('  ')).join('\n');
}

/** @param {string} cell @param {number} width @param {number} column */
function pad(cell, width, column) {
  return column === 0 ? cell.padEnd(width) : cell.padStart(width);
}

/**
 * Everything that is wrong: checks that failed, and files of which a language passes not as many cases as are asked for.
 *
 * @param {readonly Result[]} results
 * @param {Readonly<Record<string, number>>} asked
 * @returns {readonly string[]}
 */
export function faultsOf(results, asked) {
  return results.flatMap(({ language, outcome: { checks, vectors } }) => [
    ...checks.filter(({ isGood }) => !isGood).map(({ name, says }) => `${language}, ${name}: ${says}`),
    ...Object.entries(asked)
      .filter(([file, count]) => vectors[file] !== count)
      .map(([file, count]) => `${language}, ${file}: ${vectors[file] ?? 0} of ${count} cases`),
  ]);
}

/** @param {readonly Result[]} results */
function filesOf(results) {
  return [...new Set(results.flatMap(({ outcome }) => Object.keys(outcome.vectors)))].sort();
}
