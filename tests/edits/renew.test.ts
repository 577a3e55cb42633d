import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { findCases, type Case } from './cases.ts';
import { renew } from './renew.ts';

const edit = { kind: 'json', id: 'dependency', path: 'package.json', key: ['dependencies', 'a'], value: '2' };

/** A case of a temporary folder, and the names of the files in it. */
function caseCalled(name: string, files: Readonly<Record<string, string>>): { one: Case; names: () => string[] } {
  const root = mkdtempSync(join(tmpdir(), 'edit-case-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const folder = join(root, 'json', name);
  mkdirSync(folder, { recursive: true });
  for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
  const [one] = findCases(root);
  if (one === undefined) throw new Error('There is no case.');
  return { one, names: () => readdirSync(folder).sort() };
}

const input = '{\n  "dependencies": {}\n}\n';
const other = '{\n  "dependencies": { "a": "1" }\n}\n';

test('an output that is missing is written', async () => {
  const { one } = caseCalled('empty', { 'edit.json': JSON.stringify(edit), 'input.json': input });
  expect(await renew(one)).toBe('output.json');
  expect(readFileSync(join(one.folder, 'output.json'), 'utf8')).toContain('"a": "2"');
});

test('an output that is right stays as it is', async () => {
  const { one } = caseCalled('empty', { 'edit.json': JSON.stringify(edit), 'input.json': input });
  await renew(one);
  expect(await renew(one)).toBeUndefined();
});

test('an output that takes something away is not written, unless the case says that it replaces', async () => {
  const files = { 'edit.json': JSON.stringify(edit), 'input.json': other };
  const { one, names } = caseCalled('there-already', files);
  await expect(renew(one)).rejects.toThrow('to deeply equal []');
  expect(names()).toEqual(['edit.json', 'input.json']);
  expect(await renew(caseCalled('replace', files).one)).toBe('output.json');
});

test('a step for a person takes the place of an output, and the other way round', async () => {
  const { one, names } = caseCalled('list', {
    'edit.json': JSON.stringify(edit),
    'input.json': '{ "dependencies": [] }\n',
    'output.json': '{}',
  });
  expect(await renew(one)).toBe('manual.json');
  expect(names()).toEqual(['edit.json', 'input.json', 'manual.json']);
});

test('a case without an input says which file it needs', () => {
  expect(() => caseCalled('bare', { 'edit.json': JSON.stringify(edit) })).toThrow('needs a file input.json');
});
