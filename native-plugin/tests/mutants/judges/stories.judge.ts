import { describe, expect, it } from 'vitest';
import { played, toldCase } from '../../../scripts/vectors/operations/operation-cases.ts';
import type { OperationCase, OperationStep, PlayedStep } from '../../../scripts/vectors/operations/operation-step.ts';
import { casesOf } from '../../core/support/vector-texts.ts';

type Written = Omit<OperationCase, 'steps' | 'killed'> & {
  readonly steps: readonly PlayedStep[];
  readonly killed?: readonly { readonly step: number; readonly steps: readonly PlayedStep[] }[];
};

const cases = casesOf('operations.json') as readonly Written[];

function without<Value extends object>(value: Value, ...names: readonly string[]): Value {
  return Object.fromEntries(Object.entries(value).filter(([name]) => !names.includes(name))) as Value;
}

const stepsOf = (steps: readonly PlayedStep[]): readonly OperationStep[] =>
  steps.map((step) => without(step, 'effects', 'expect'));

/** To be told again, from what is written of it. */
function storyOf({ steps, killed, ...story }: Written): OperationCase {
  const [ending] = killed ?? [];
  const end = ending && { step: ending.step, then: stepsOf(ending.steps) };
  return { ...story, steps: stepsOf(steps), ...(end && { killed: end }) };
}

describe('stories', () => {
  it.each(cases)('$id', async (written) => {
    const story = without(storyOf(written), 'killed');
    expect(JSON.stringify(await toldCase(story))).toBe(JSON.stringify(without(written, 'killed')));
  });

  it.each(cases)('$id, on a slow device: all is done before the answer', async (written) => {
    expect(JSON.stringify(await played(storyOf(written), 30))).toBe(JSON.stringify(written.steps));
  });

  it.each(cases.filter(({ killed }) => killed))('$id, killed', async (written) => {
    expect(JSON.stringify(await toldCase(storyOf(written)))).toBe(JSON.stringify(written));
  });
});
