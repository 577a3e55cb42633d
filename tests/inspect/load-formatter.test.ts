import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { findFormatter } from '../../src/inspect/load-formatter.ts';

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

it('formats a text once, however often it is asked for', async () => {
  const root = mkdtempSync(join(tmpdir(), 'formatter-'));
  const prettier = join(root, 'node_modules', 'prettier');
  mkdirSync(prettier, { recursive: true });
  writeFileSync(join(root, 'package.json'), '{}');
  writeFileSync(join(prettier, 'package.json'), '{ "name": "prettier", "version": "3.0.0", "main": "index.js" }');
  writeFileSync(join(prettier, 'index.js'), recorder);
  const facts = findFormatter(
    { root, isPnp: false },
    new Map([['prettier', { range: '^3.0.0', installed: '3.0.0', major: 3 }]]),
  );
  if (facts.kind !== 'ready') throw new Error(`The formatter is ${facts.kind}.`);
  const { formatter } = facts;

  expect(await Promise.all([formatter.format('a.ts', 'x'), formatter.format('a.ts', 'x')])).toEqual(['x;', 'x;']);
  expect(await formatter.format('a.ts', 'x')).toBe('x;');
  expect(await formatter.format('a.ts', 'y')).toBe('y;');
  expect(await formatter.format('b.ts', 'x')).toBe('x;');
  expect(readFileSync(join(prettier, 'calls.txt'), 'utf8')).toBe('a.ts x\na.ts y\nb.ts x\n');
  rmSync(root, { recursive: true });
});
