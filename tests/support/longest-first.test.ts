import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { TestSpecification } from 'vitest/node';
import { LongestFirst, longest } from './longest-first.ts';

const repository = new URL('../../', import.meta.url);

test.each(longest)('%s is there', (path) => {
  const places = ['', 'native-plugin/'].map((folder) => new URL(folder + path, repository));
  expect(places.some((place) => existsSync(place))).toBe(true);
});

test('the longest files start first, the others as Vitest has them', async () => {
  const names = ['tests/text/text.test.ts', longest[1]!, 'tests/run/undo.test.ts', longest[0]!];
  const files = names.map((name) => ({
    moduleId: `/repository/${name}`,
    project: { name: 'one', config: { sequence: { groupOrder: 0 } } },
  })) as unknown as TestSpecification[];
  const context = { config: { root: '/repository' }, cache: new Map() } as unknown as ConstructorParameters<
    typeof LongestFirst
  >[0];
  Object.assign(context.cache, { getFileTestResults: () => undefined, getFileStats: () => undefined });
  const sorted = await new LongestFirst(context).sort(files);
  expect(sorted.map(({ moduleId }) => moduleId.slice('/repository/'.length))).toEqual([
    longest[0],
    longest[1],
    'tests/text/text.test.ts',
    'tests/run/undo.test.ts',
  ]);
});
