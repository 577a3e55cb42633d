// @ts-check
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../../../native-plugin/tests/mutants', import.meta.url));

const kinds = ['signedness', 'length', 'order', 'comparison', 'constant', 'missing step', 'zeroing'];

/**
 * One small mistake.
 *
 * @typedef {object} Mutant
 * @property {string} id
 * @property {string} kind what the mistake is about
 * @property {string} file below the core's sources
 * @property {string} [at] what is around `from`, where that alone stands in the file more than once
 * @property {string} from exactly as it stands there
 * @property {string} to
 * @property {boolean} [statements] `from` and `to` are statements, not an expression
 * @property {string} [equivalent] why nothing can notice it
 */

/**
 * @param {string} language
 * @returns {readonly Mutant[]}
 * @throws where an entry is not complete, or its id is taken
 */
export function readMutants(language) {
  /** @type {{ mutants: readonly Mutant[] }} */
  const { mutants } = JSON.parse(readFileSync(join(folder, `${language.toLowerCase()}-mutants.json`), 'utf8'));
  const ids = new Set();
  for (const { id, kind, from, to } of mutants) {
    if (!kinds.includes(kind)) throw new Error(`${id}: ${kind} is none of ${kinds.join(', ')}`);
    if (ids.has(id)) throw new Error(`Two mutants have the id ${id}`);
    if (from === to) throw new Error(`${id} changes nothing`);
    ids.add(id);
  }
  return mutants;
}
