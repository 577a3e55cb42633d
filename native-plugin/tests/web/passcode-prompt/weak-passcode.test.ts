import { expect, it } from 'vitest';
import { weaknessOf } from '../../../src/web/passcode-prompt/weak-passcode.ts';
import cases from '../../../scenarios/prompt/weak-passcodes.json' with { type: 'json' };

interface Case {
  readonly passcode: string;
  readonly weakness?: string;
}

const all: readonly Case[] = cases.cases;

it.each(all.filter(({ weakness }) => weakness !== undefined))('$passcode is a $weakness', ({ passcode, weakness }) => {
  expect(weaknessOf(passcode)).toBe(weakness);
});

it.each(all.filter(({ weakness }) => weakness === undefined))('$passcode is let through', ({ passcode }) => {
  expect(weaknessOf(passcode)).toBeUndefined();
});
