import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { commands } from '../../src/commands/commands.ts';

test('the README lists every command as the help does', () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  const rows = commands.map(({ typed, summary, writes }) => {
    const name = ['create-identity-vault', typed].filter((part) => part !== '').join(' ');
    return `| \`${name}\` | ${summary} | ${writes ? 'yes' : 'never'} |`;
  });
  expect(readme).toContain(rows.join('\n'));
});
