import { expect, it } from 'vitest';
import { isPatient, lanesOf } from '../../scripts/lib/lanes-of.mjs';
import { suites } from '../../scripts/lib/toolchains.mjs';
import config from '../../vitest.config.ts';

it('runs every suite once', () => {
  expect(lanesOf(Object.keys(suites)).flat(3).sort()).toEqual(Object.keys(suites).sort());
});

it('has two lanes, after all others, for what runs file by file', () => {
  const [first, second] = lanesOf(Object.keys(suites));
  const alone = (config.test?.projects ?? []).flatMap((project) => {
    const { name, fileParallelism } = (project as { test: { name: string; fileParallelism?: boolean } }).test;
    return fileParallelism === false ? [name] : [];
  });

  expect(first).toHaveLength(1);
  expect(second).toHaveLength(2);
  expect(second?.flat(2).sort()).toEqual(alone.sort());
});

it.each([
  { chosen: ['src', 'run'], phases: [[[['src', 'run']]]] },
  { chosen: ['native'], phases: [[[['native']]]] },
  { chosen: ['src', 'native'], phases: [[[['src']]], [[['native']]]] },
  { chosen: ['cores', 'native', 'e2e'], phases: [[[['e2e'], ['cores']], [['native']]]] },
  { chosen: [], phases: [] },
])('of $chosen: $phases', ({ chosen, phases }) => {
  expect(lanesOf(chosen)).toEqual(phases);
});

it.each([
  { suites: ['native'], is: true },
  { suites: ['cores', 'native'], is: true },
  { suites: ['e2e'], is: false },
  { suites: ['e2e', 'cores'], is: false },
])('lets $suites wait for others: $is', ({ suites, is }) => {
  expect(isPatient(suites)).toBe(is);
});
