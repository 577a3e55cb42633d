import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { optionsTable } from '../../src/options/catalog/options-table.ts';

const file = new URL('../../docs/options.md', import.meta.url);

const document = `# Options

<!-- Generated from src/options/entries/. UPDATE=1 npx vitest run tests/options/options-document.test.ts -->

Every option is a key of \`identity-vault.config.json\`, a flag and an environment variable; the important ones are
also asked at a terminal. The first of these sources that gives a value wins: your answer, flag, environment variable,
\`--answers\` file, \`identity-vault.config.json\`, what was found in the app, default. An empty environment variable
counts as not set.

${optionsTable()}`;

test('docs/options.md is what the catalog says', () => {
  if (process.env['UPDATE'] === '1') writeFileSync(file, document);
  const hint = 'Out of date. Write it anew: UPDATE=1 npx vitest run tests/options/options-document.test.ts';
  expect(readFileSync(file, 'utf8'), hint).toBe(document);
});
