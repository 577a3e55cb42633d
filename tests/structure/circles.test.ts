import { describe, expect, test } from 'vitest';
import { importCircles, importGraph } from './import-circles.ts';
import { sourceTexts } from './source-texts.ts';

test.each([
  { folders: ['src', 'bin'], known: 'src/run.ts' },
  { folders: ['native-plugin/src'], known: 'native-plugin/src/index.ts' },
])('no file of $folders reaches itself through its imports, types included', ({ folders, known }) => {
  const graph = importGraph(folders.flatMap(sourceTexts));
  expect(graph.get(known)?.length).toBeGreaterThan(0);
  expect(importCircles(graph)).toEqual([]);
});

describe('a circle is found', () => {
  test.each([
    { through: 'values', line: `import { b } from './b.ts';` },
    { through: 'types', line: `import type { B } from './b.ts';` },
    { through: 'a type among values', line: `import { type B } from './b.ts';` },
    { through: 'what is passed on', line: `export { b } from './b.ts';` },
    { through: 'all that is passed on', line: `export * from './b.ts';` },
    { through: 'a lazy import', line: `export const load = async () => import('./b.ts');` },
    { through: 'the type of a lazy import', line: `export type B = import('./b.ts').B;` },
  ])('through $through', ({ line }) => {
    const files = [
      { path: 'src/a.ts', text: `import { join } from 'node:path';\n${line}\n` },
      { path: 'src/b.ts', text: `import type { C } from './deep/c.ts';\n` },
      { path: 'src/deep/c.ts', text: `import type { A } from '../a.ts';\n` },
    ];
    expect(importCircles(importGraph(files))).toEqual([['src/a.ts', 'src/b.ts', 'src/deep/c.ts', 'src/a.ts']]);
    expect(importCircles(importGraph(files.slice(0, 2)))).toEqual([]);
  });

  test('of a file with itself, and behind a file that is in none', () => {
    const graph = new Map([
      ['start', ['a']],
      ['a', ['b', 'a']],
      ['b', ['c']],
      ['c', ['b']],
    ]);
    expect(importCircles(graph)).toEqual([
      ['b', 'c', 'b'],
      ['a', 'a'],
    ]);
  });

  test('and two ways to one file are none', () => {
    const graph = new Map([
      ['a', ['b', 'c']],
      ['b', ['d']],
      ['c', ['d']],
      ['d', []],
    ]);
    expect(importCircles(graph)).toEqual([]);
  });
});
