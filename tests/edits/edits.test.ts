import { describe, expect, test } from 'vitest';
import type { AppEdit } from '../../src/model/edit.ts';
import { expectedOf, findCases, strayFiles } from './cases.ts';
import { renew } from './renew.ts';
import { rulesFor } from './rules.ts';

/** `route` for an edit of the kind `code` with the recipe `<framework>/route`. */
function lastPartOf(edit: AppEdit): string | undefined {
  return edit.kind === 'code' ? edit.recipe.split('/').at(-1) : edit.kind;
}

const cases = findCases(import.meta.dirname);
const isUpdate = process.env['UPDATE'] === '1';

test('there are cases, each in the folder of its kind and without other files', () => {
  expect(cases.length).toBeGreaterThan(130);
  expect(cases.filter(({ kind, edit }) => lastPartOf(edit) !== kind)).toEqual([]);
  expect(cases.flatMap(strayFiles)).toEqual([]);
});

describe.each(cases.map((one) => [`${one.kind}/${one.name}`, one] as const))('%s', (title, one) => {
  if (isUpdate) {
    test('is renewed where every rule holds', async () => {
      const file = await renew(one);
      if (file !== undefined) process.stdout.write(`wrote tests/edits/${title}/${file}\n`);
      expect(expectedOf(one)).toBeDefined();
    });
    return;
  }

  const expected = expectedOf(one);
  if (expected === undefined) {
    test('has an outcome', () => {
      expect.fail(`No output yet. Write it: UPDATE=1 npx vitest run --project edits -t '${title}'`);
    });
    return;
  }

  for (const { name, hold } of rulesFor(one, expected)) test(name, hold);
});
