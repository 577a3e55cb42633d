import { chai, equals, JestAsymmetricMatchers, JestChaiExpect, JestExtend } from '@vitest/expect';

/** A test as Vitest would run it. */
export interface CollectedTest {
  readonly name: string;
  readonly run: () => unknown;
}

for (const plugin of [JestExtend, JestChaiExpect, JestAsymmetricMatchers]) chai.use(plugin);

type Body = (...given: unknown[]) => unknown;

/** What tests import from Vitest, for as long as they need nothing else of it: their bodies are only collected. */
export function collecting(collected: CollectedTest[], file: () => string) {
  const within: string[] = [];
  const it = (name: string, ...rest: unknown[]) => {
    const body = rest.find((each): each is () => unknown => typeof each === 'function');
    if (body) collected.push({ name: [file(), ...within, name].join(' > '), run: body });
  };
  const describe = (name: string, body: () => void) => {
    within.push(name);
    body();
    within.pop();
  };
  const each =
    (run: (name: string, body: () => unknown) => void) =>
    (table: readonly unknown[]) =>
    (name: string, ...rest: unknown[]) => {
      const body = rest.find((part): part is Body => typeof part === 'function');
      table.forEach((row, index) => {
        const given: unknown[] = Array.isArray(row) ? row : [row];
        run(`${named(name, row)} [${String(index)}]`, () => body?.(...given));
      });
    };
  const skipped = () => undefined;
  const test = Object.assign(it, { each: each(it), skip: skipped });
  return {
    it: test,
    test,
    describe: Object.assign(describe, { each: each(describe), skip: skipped }),
    expect: Object.assign(chai.expect, { poll }),
  };
}

/** How often it is looked, each time after what is due. */
const LOOKS = 100;

/** What is asked again until it is so, or nothing more comes. */
function poll(value: () => unknown) {
  const until = async (isSo: (found: unknown) => boolean): Promise<void> => {
    for (let left = LOOKS; left > 0; left--) {
      await Promise.resolve();
      if (isSo(value())) return;
    }
    throw new Error('it did not come to that');
  };
  return {
    toBe: (expected: unknown) => until((found) => Object.is(found, expected)),
    toEqual: (expected: unknown) => until((found) => equals(found, expected)),
  };
}

/** In place of a real wait: later than anything that is due now. */
export async function soon(task: () => void): Promise<void> {
  for (let left = LOOKS; left > 0; left--) await Promise.resolve();
  task();
}

function named(name: string, row: unknown): string {
  const { id } = (typeof row === 'object' && row !== null ? row : {}) as { id?: unknown };
  return typeof id === 'string' ? name.replace('$id', id).replace(': $why', '') : name;
}
