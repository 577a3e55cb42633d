import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { findFormatter } from '../../../src/inspect/facts/load-formatter.ts';
import type { Formatter } from '../../../src/model/project.ts';

/** A Prettier that writes down what it was asked to format. */
const recorder = `
const { appendFileSync } = require('node:fs');
module.exports = {
  getFileInfo: async () => ({ ignored: false, inferredParser: 'typescript' }),
  resolveConfig: async () => null,
  format: async (text, { filepath }) => {
    appendFileSync(__dirname + '/calls.txt', filepath.split('/').at(-1) + ' ' + text + '\\n');
    return text + ';';
  },
};
`;

function formatterWith(code: string): { root: string; formatter: Formatter } {
  const root = mkdtempSync(join(tmpdir(), 'formatter-'));
  const prettier = join(root, 'node_modules', 'prettier');
  mkdirSync(prettier, { recursive: true });
  writeFileSync(join(root, 'package.json'), '{}');
  writeFileSync(join(prettier, 'package.json'), '{ "name": "prettier", "version": "3.0.0", "main": "index.js" }');
  writeFileSync(join(prettier, 'index.js'), code);
  const facts = findFormatter(
    { root, isPnp: false },
    new Map([['prettier', { range: '^3.0.0', installed: '3.0.0', major: 3 }]]),
  );
  if (facts.kind !== 'ready') throw new Error(`The formatter is ${facts.kind}.`);
  return { root, formatter: facts.formatter };
}

it('formats a text once, however often it is asked for', async () => {
  const { root, formatter } = formatterWith(recorder);
  expect(await Promise.all([formatter.format('a.ts', 'x'), formatter.format('a.ts', 'x')])).toEqual(['x;', 'x;']);
  expect(await formatter.format('a.ts', 'x')).toBe('x;');
  expect(await formatter.format('a.ts', 'y')).toBe('y;');
  expect(await formatter.format('b.ts', 'x')).toBe('x;');
  expect(readFileSync(join(root, 'node_modules/prettier/calls.txt'), 'utf8')).toBe('a.ts x\na.ts y\nb.ts x\n');
  rmSync(root, { recursive: true });
});

it('a plugin of Prettier that is not installed: what is missing, and what to do', async () => {
  const missing = `Error("Cannot find package 'prettier-plugin-organize-imports'\\nRequire stack:")`;
  const { root, formatter } = formatterWith(recorder.replace('async () => null', `async () => { throw ${missing} }`));
  await expect(formatter.format('a.ts', 'x')).rejects.toMatchObject({
    code: 'UNSUPPORTED',
    message: 'The app’s Prettier needs prettier-plugin-organize-imports, which can’t be loaded.',
    hint: expect.stringContaining('Install the app’s dependencies') as string,
  });
  rmSync(root, { recursive: true });
});

it('text that Prettier can’t parse: which file, and what it said', async () => {
  const syntax = `Object.assign(new SyntaxError('Unexpected token (1:2)'), { loc: {} })`;
  const { root, formatter } = formatterWith(recorder.replace('async () => null', `async () => { throw ${syntax} }`));
  await expect(formatter.format('a.ts', 'x')).rejects.toMatchObject({
    code: 'UNSUPPORTED',
    message: 'The app’s Prettier can’t format a.ts: Unexpected token (1:2)',
    where: { path: 'a.ts' },
  });
  rmSync(root, { recursive: true });
});
