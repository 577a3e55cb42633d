import { expect, it } from 'vitest';
import { suiteOf } from '../../scripts/lib/suite-of.mjs';
import { suites } from '../../scripts/lib/toolchains.mjs';
import config from '../../vitest.config.ts';

it.each([
  { path: 'tests/contract/stdin.test.ts', suite: 'contract' },
  { path: 'tests/release/release.test.ts', suite: 'release' },
  { path: 'tests/run/undo.test.ts', suite: 'run' },
  { path: 'tests/templates/files.test.ts', suite: 'templates' },
  { path: 'tests/text/text.test.ts', suite: 'src' },
  { path: 'tests/support/fake-tree.test.ts', suite: 'src' },
  { path: 'native-plugin/tests/v6/vault.test.ts', suite: 'plugin' },
  { path: 'native-plugin/tests/adapters/adapters.test.ts', suite: 'adapters' },
])('$path is of $suite', ({ path, suite }) => {
  expect(suiteOf(path)).toBe(suite);
});

it('npm test knows every project of Vitest', () => {
  const names = config.test?.projects?.map((project) => {
    const { test } = project as { test?: { name?: unknown } };
    return test?.name;
  });
  expect(new Set(names)).toEqual(new Set(Object.keys(suites)));
});
