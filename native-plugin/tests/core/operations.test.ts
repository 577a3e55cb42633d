import { describe, expect, it } from 'vitest';
import type { PlayedStep } from '../../scripts/vectors/operations/operation-step.ts';
import { casesOf } from './support/vector-texts.ts';

interface Ending {
  readonly step: number;
  readonly after: number;
  readonly steps: readonly PlayedStep[];
}

interface Story {
  readonly id: string;
  readonly steps: readonly PlayedStep[];
  readonly killed?: readonly Ending[];
}

const stories = casesOf('operations.json') as readonly Story[];
const endings = stories.flatMap(({ id, steps, killed = [] }) =>
  killed.map((ending) => ({ id, ending, interrupted: steps[ending.step], before: steps.slice(0, ending.step) })),
);

const has = (step: PlayedStep | undefined, ...names: readonly string[]): boolean =>
  step?.effects.some(({ effect }) => names.includes(effect)) === true;

/** The generation that is stored after these steps; 0: nothing. */
function generationAfter(steps: readonly PlayedStep[]): number {
  return steps.reduce((generation, step) => {
    if ('generation' in step.expect) return step.expect.generation;
    const kept = has(step, 'removeAnchor', 'removeEnvelope') ? 0 : generation;
    return has(step, 'envelope', 'both') ? kept + 1 : kept;
  }, 0);
}

describe('a process that is killed between any two effects', () => {
  it('is tried at more than a hundred places, of every operation that leaves something behind', () => {
    expect(endings.length).toBeGreaterThan(100);
    const killed = new Set(endings.map(({ interrupted }) => interrupted?.op));
    expect([...killed].sort()).toEqual(['create', 'erase', 'leaseWrite', 'load', 'rekey', 'unlock', 'write']);
  });

  it.each(endings)('$id, after $ending.after: the old vault or the new one, never neither', (told) => {
    const generation = told.id === 'power-failure-before' ? 1 : generationAfter(told.before);
    const result = told.ending.steps[0]?.expect ?? {};
    if ('generation' in result) {
      // A vault that is made anew counts from 1.
      expect([generation, generation + 1, 1]).toContain(result.generation);
      return;
    }
    const isErasing = generation === 0 || has(told.interrupted, 'removeAnchor', 'removeEnvelope');
    // An envelope without its anchor: that is what this story begins with.
    const isUnreadable = told.id === 'replace-unreadable' && told.ending.after === 0;
    const erased = isErasing ? ['NOT_FOUND', 'TOO_MANY_ATTEMPTS'] : [];
    expect(isUnreadable ? ['ROLLED_BACK'] : erased).toContain('error' in result ? result.error : undefined);
  });
});

it.each(stories.filter(({ steps }) => steps.at(-1)?.op === 'erase'))('$id leaves no key behind', ({ steps }) => {
  const live = new Set<string>();
  for (const effect of steps.flatMap(({ effects }) => effects)) {
    if (effect.effect === 'createKey' || effect.effect === 'createKemKey') live.add(effect.name);
    if (effect.effect === 'destroyKey' || effect.effect === 'destroyKemKey') live.delete(effect.name);
  }
  // The system itself destroyed this one.
  const isEnrolled = steps.some(({ op }) => op === 'enrol');
  expect([...live].filter((name) => !isEnrolled || !name.endsWith('.kem'))).toEqual([]);
});
