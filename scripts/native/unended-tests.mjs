// @ts-check

/**
 * Tests that began, and of which no end was told.
 *
 * @param {string} printed by Swift Testing
 * @returns {readonly string[]} their names
 */
export function unendedTests(printed) {
  const named = (/** @type {RegExp} */ line) => [...printed.matchAll(line)].map(([, name = '']) => name);
  const ended = new Set(named(/Test (\S+\(.*?\))(?: with \d+ test cases?)? (?:passed|failed|skipped)/g));
  return named(/Test (\S+\(.*?\)) started\./g).filter((name) => !ended.has(name));
}
