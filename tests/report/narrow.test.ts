import { styleText } from 'node:util';
import { describe, expect, test } from 'vitest';
import { narrow } from '../../src/report/narrow.ts';

describe('a terminal of 40 columns', () => {
  test.each([
    { case: 'what fits stays', text: 'short\n  + a.ts  a file\n', told: 'short\n  + a.ts  a file\n' },
    {
      case: 'words stay whole, and go on below their text',
      text: '  ! The token is sent nowhere: name your API with a flag.',
      told: '  ! The token is sent nowhere: name\n    your API with a flag.',
    },
    {
      case: 'columns of a list are given up',
      text: '  + auth.guard.ts        sends people to sign in or to unlock',
      told: '  + auth.guard.ts sends people to sign\n    in or to unlock',
    },
    {
      case: 'a word that is too long keeps a line of its own',
      text: `  see ${'x'.repeat(50)} there`,
      told: `  see\n  ${'x'.repeat(50)}\n  there`,
    },
    { case: 'code is copied', text: `        + ${'a b '.repeat(20)}`, told: `        + ${'a b '.repeat(20)}` },
    {
      case: 'commands are copied',
      text: '  npx create-identity-vault --auth-mode=PasscodeOnly --yes',
      told: '  npx create-identity-vault --auth-mode=PasscodeOnly --yes',
    },
  ])('$case', ({ text, told }) => {
    expect(narrow(text, 40)).toBe(told);
  });

  test('colours take no room', () => {
    const green = styleText('green', '+ create', { validateStream: false });
    expect(narrow(`  ${green}  a-file-with-a-name.ts  (9)`, 40)).toBe(`  ${green}  a-file-with-a-name.ts  (9)`);
  });
});

test('a usual terminal gets what was laid out for it', () => {
  const text = `  ${'word '.repeat(30)}`;
  expect(narrow(text, 80)).toBe(text);
  expect(narrow(text, 78)).toBe(text);
  expect(narrow(text, 77)).not.toBe(text);
});
