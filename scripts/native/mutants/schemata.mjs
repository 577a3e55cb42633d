// @ts-check

/**
 * How a language chooses between what stands in the source and a mutant of it, by the mutant's number.
 *
 * @typedef {object} Choices
 * @property {(number: number, to: string, from: string) => string} expression
 * @property {(number: number, to: string, from: string) => string} statements
 */

/** @typedef {{ number: number, mutant: import('./mutant-table.mjs').Mutant, start: number, end: number }} Place */

/**
 * A source with all of its mutants in it: which one is in force is asked when it runs, so one build serves them all.
 *
 * @param {string} text
 * @param {readonly { number: number, mutant: import('./mutant-table.mjs').Mutant }[]} mutants of this file
 * @param {Choices} choices
 * @throws where an entry does not fit the source (any more)
 */
export function withMutants(text, mutants, choices) {
  const places = mutants.map(({ number, mutant }) => ({ number, mutant, ...placeOf(text, mutant) }));
  places.sort((a, b) => a.start - b.start || b.end - a.end);
  return rendered(text, 0, text.length, places, choices);
}

/**
 * @param {string} text
 * @param {import('./mutant-table.mjs').Mutant} mutant
 */
function placeOf(text, { id, at, from }) {
  const around = at ?? from;
  const start = onlyIndex(text, around, id) + (at === undefined ? 0 : onlyIndex(at, from, id));
  return { start, end: start + from.length };
}

/** @param {string} text @param {string} part @param {string} id */
function onlyIndex(text, part, id) {
  const index = text.indexOf(part);
  if (index < 0) throw new Error(`The mutant ${id} is stale: this is not there: ${part}`);
  if (text.includes(part, index + 1))
    throw new Error(`The mutant ${id} is not clear: this is there more than once: ${part}`);
  return index;
}

/**
 * @param {string} text
 * @param {number} start
 * @param {number} end
 * @param {readonly Place[]} places within, the outer ones first
 * @param {Choices} choices
 */
function rendered(text, start, end, places, choices) {
  let written = '';
  let offset = start;
  for (let index = 0; index < places.length;) {
    const outer = /** @type {Place} */ (places[index]);
    const within = places.slice(index).filter((place) => place.start < outer.end);
    const crossing = within.find((place) => place.end > outer.end);
    if (crossing) throw new Error(`The mutants ${outer.mutant.id} and ${crossing.mutant.id} overlap`);
    written += text.slice(offset, outer.start) + chosen(text, within, choices);
    offset = outer.end;
    index += within.length;
  }
  return written + text.slice(offset, end);
}

/**
 * @param {string} text
 * @param {readonly Place[]} places the first one and what is within it
 * @param {Choices} choices
 */
function chosen(text, places, choices) {
  const [outer] = /** @type {readonly [Place, ...Place[]]} */ (places);
  const same = places.filter(({ start, end }) => start === outer.start && end === outer.end);
  const original = rendered(text, outer.start, outer.end, places.slice(same.length), choices);
  return same.reduce((from, { number, mutant: { to, statements } }) => {
    return statements ? choices.statements(number, to, from) : choices.expression(number, to, from);
  }, original);
}
