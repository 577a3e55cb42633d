import { expect, it } from 'vitest';
import { weaknessOf } from '../../../src/web/passcode-prompt/weak-passcode.ts';

it.each([
  ['11111111', 'repetition'],
  ['12341234', 'repetition'],
  ['abcabcab', 'repetition'],
  ['AaAaAaAa', 'repetition'],
  ['😀😀😀😀😀😀😀😀', 'repetition'],
  ['12345678', 'sequence'],
  ['1234567890', 'sequence'],
  ['0123456789', 'sequence'],
  ['9876543210', 'sequence'],
  ['0987654321', 'sequence'],
  ['ABCDEFGH', 'sequence'],
  ['hgfedcba', 'sequence'],
  ['１２３４５６７８', 'sequence'],
  ['qwertyui', 'sequence'],
  ['poiuytre', 'sequence'],
  ['asdfghjkl', 'sequence'],
  ['1qaz2wsx', 'sequence'],
  ['password', 'common'],
  ['Password1', 'common'],
  ['P@ssw0rd!', 'common'],
  ['iloveyou2', 'common'],
  ['qwerty123', 'common'],
  ['abc12345', 'common'],
  ['Welcome2024!', 'common'],
])('%s is a %s', (passcode, weakness) => {
  expect(weaknessOf(passcode)).toBe(weakness);
});

it.each([
  'correct horse',
  '28461937',
  'tr0ub4dor&3',
  '12345687',
  'passwords of mine',
  'aaaaaaab',
  '¿dónde está?',
  'парольный',
])('%s is let through', (passcode) => {
  expect(weaknessOf(passcode)).toBeUndefined();
});
