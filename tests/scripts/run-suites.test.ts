import { expect, it } from 'vitest';
import { runSuites } from '../../scripts/lib/run-suites.mjs';

it('runs nothing where nothing is chosen, also with a filter: Vitest would take that for everything', async () => {
  expect(await runSuites('/nowhere', [], ['tests/e2e'])).toEqual({ report: { files: [], faults: [] }, once: [] });
});
