import { expect } from 'vitest';
import { parseLoosely, syntaxProblem } from '../../src/code/source-file.ts';
import { applyEdit } from '../../src/render/apply-edit.ts';
import { applySplices, invertSplices } from '../../src/text/splices.ts';
import { canonical } from '../../src/text/text.ts';
import { outcomeOf, type Case, type Outcome } from './cases.ts';
import { splicesBetween } from '../../src/text/splices-between.ts';
import { unsplice } from '../../src/text/unsplice.ts';

/** What an edit promises whatever it does: asserted for each case, and before an output is written. */
export interface Rule<T> {
  readonly name: string;
  readonly isFor?: (one: Case) => boolean;
  readonly hold: (one: Case, expected: T) => void | Promise<void>;
}

type Output = Extract<Outcome, { readonly output: string }>;
type Manual = Extract<Outcome, { readonly manual: unknown }>;

/** Rules for a file that is edited. */
export const outputRules: readonly Rule<Output>[] = [
  {
    name: 'gives the output',
    hold: async ({ edit, input }, expected) => expect(await outcomeOf(edit, input)).toEqual(expected),
  },
  {
    name: 'gives the same for canonical text',
    hold: async ({ edit, input }, { output }) => {
      const outcome = await outcomeOf(edit, canonical(input));
      expect('output' in outcome ? canonical(outcome.output) : outcome).toBe(canonical(output));
    },
  },
  {
    name: 'a second time changes nothing',
    hold: async ({ edit }, { output }) => expect(await outcomeOf(edit, output)).toEqual({ output }),
  },
  {
    name: 'only inserts; without the insertions the input is back, byte for byte',
    hold: ({ name, input }, { output }) => {
      const splices = splicesBetween(input, output);
      if (!name.includes('replace')) expect(splices.filter(({ remove }) => remove !== '')).toEqual([]);
      expect(unsplice(output, splices)).toMatchObject({ text: input, lost: [] });
    },
  },
  {
    name: 'keeps what it inserted: with it the output is there, without it the input',
    hold: async ({ name, edit, input }, { output }) => {
      const outcome = await applyEdit(edit, canonical(input));
      const splices = 'splices' in outcome ? outcome.splices : [];
      expect(applySplices(canonical(input), splices)).toBe(canonical(output));
      expect(applySplices(canonical(output), invertSplices(splices))).toBe(canonical(input));
      if (!name.includes('replace')) expect(splices.filter(({ remove }) => remove !== '')).toEqual([]);
    },
  },
  {
    name: 'the output has no line that ends in white space of ours',
    hold: ({ input }, { output }) => {
      const before = input.split(/\r?\n/);
      const ours = output.split(/\r?\n/).filter((line) => /\s$/.test(line) && !before.includes(line));
      expect(ours).toEqual([]);
    },
  },
  {
    name: 'the output parses',
    isFor: ({ extension }) => extension === '.ts',
    hold: ({ edit }, { output }) => expect(syntaxProblem(parseLoosely(edit.path, canonical(output)))).toBeUndefined(),
  },
];

/** Rules for a file that only a person can edit. */
export const manualRules: readonly Rule<Manual>[] = [
  {
    name: 'leaves this step for a person',
    hold: async ({ edit, input }, expected) => expect(await outcomeOf(edit, input)).toEqual(expected),
  },
  {
    name: 'the step names the edit, a line that is there, why, and lines to add',
    hold: ({ edit, input }, { manual }) => {
      expect(manual).toMatchObject({ id: edit.id, path: edit.path });
      expect(manual.reason).toMatch(/\S/);
      expect(manual.lines.join('\n')).toMatch(/\S/);
      expect(manual.line).toBeGreaterThanOrEqual(1);
      expect(manual.line).toBeLessThanOrEqual(input.split('\n').length);
    },
  },
];

/** The rules for what comes of a case, ready to be held. */
export function rulesFor(
  one: Case,
  expected: Outcome,
): { readonly name: string; readonly hold: () => void | Promise<void> }[] {
  const bound =
    'output' in expected
      ? outputRules.map((rule) => ({ ...rule, hold: () => rule.hold(one, expected) }))
      : manualRules.map((rule) => ({ ...rule, hold: () => rule.hold(one, expected) }));
  return bound.filter(({ isFor }) => isFor?.(one) ?? true);
}
