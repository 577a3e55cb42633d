import { expect, it } from 'vitest';
import { java } from '../../scripts/native/java.mjs';
import { faultsOf } from '../../scripts/native/report.mjs';
import { askedCases } from '../../scripts/native/vector-files.mjs';

it('the core in Java passes its tests and every vector', async () => {
  const outcome = await java.test();
  expect(faultsOf([{ language: java.name, outcome }], askedCases())).toEqual([]);
}, 1_800_000);
