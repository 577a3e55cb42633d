import { expect, it } from 'vitest';
import { java } from '../../scripts/native/java.mjs';
import { faultsOf } from '../../scripts/native/report.mjs';
import { countOf, vectorFiles } from '../../scripts/native/vector-files.mjs';

it('the core in Java passes its tests and every vector', async () => {
  const outcome = await java.test();
  const asked = Object.fromEntries(vectorFiles().map(({ file, cases }) => [file, countOf(cases)]));
  expect(faultsOf([{ language: java.name, outcome }], asked)).toEqual([]);
});
