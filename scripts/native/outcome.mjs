// @ts-check

/** Least share of lines that the tests of a language have to run, in percent. */
export const LEAST_COVERAGE = 95;

/**
 * What one language's tests came to.
 *
 * @typedef {object} Outcome
 * @property {Readonly<Record<string, number>>} vectors how many cases passed, by the name of the file in `vectors/`
 * @property {readonly Check[]} checks everything else that was looked at: tests, coverage, format
 */

/** @typedef {{ name: string, isGood: boolean, says: string }} Check */

/**
 * One language of the core. Without its `toolchain` nothing of it can be run.
 *
 * @typedef {object} Language
 * @property {string} name
 * @property {readonly import('../lib/toolchains.mjs').Toolchain[]} toolchain
 * @property {() => Promise<Outcome>} test
 * @property {() => Promise<Outcome>} [sanitize] the tests once more, watched for races and wild memory
 * @property {(layer?: string) => Promise<Outcome>} [mutants] whether the tests notice changes of the code, or of one layer
 */

/**
 * A check that is a command: its last lines are what it says, when it fails.
 *
 * @param {string} name
 * @param {() => Promise<string>} run says something short, or rejects
 * @returns {Promise<Check>}
 */
export async function checkOf(name, run) {
  try {
    return { name, isGood: true, says: await run() };
  } catch (error) {
    return { name, isGood: false, says: error instanceof Error ? error.message : String(error) };
  }
}
