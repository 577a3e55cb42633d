import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { measure, spread } from '../../scripts/measure-structure.mjs';

const source = `
/** A comment counts. */
export function outer(value: any): number {
  const inner = () => {

    return 1;
  };
  return [1].map((one) => one + inner()).length;
}

interface Shape {
  method(): void;
}

class One {
  constructor(readonly shape: Shape) {}
}
`;

test('lines that are not blank, functions with a body, and any are counted', () => {
  const folder = mkdtempSync(join(tmpdir(), 'measured-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(join(folder, 'below'));
  writeFileSync(join(folder, 'below/a.ts'), source);
  writeFileSync(join(folder, 'b.ts'), 'export const any = "any";\n');
  writeFileSync(join(folder, 'c.md'), 'not measured');
  const { files, functions, anys, top } = measure(folder);
  expect(files).toEqual([1, 13]);
  expect(functions).toEqual([6, 3, 1]);
  expect({ anys, top }).toEqual({ anys: 1, top: { files: 2, folders: 1 } });
});

test('of a hundred values, the median is the 50th, and 90 do not exceed the second figure', () => {
  expect(spread(Array.from({ length: 100 }, (_, index) => 100 - index))).toBe('50/90/100');
  expect(spread([7])).toBe('7/7/7');
});
