import { hex } from '../../../src/core/codec/bytes.ts';
import { attemptStories } from './attempt-stories.ts';
import { lastGenerationStories } from './last-generation-stories.ts';
import { operationStories } from './operation-stories.ts';
import { OPERATION_SCOPE, OperationPlayer } from './operation-player.ts';
import { randomStories } from './random-stories.ts';
import type { OperationCase, PlayedStep } from './operation-step.ts';
import type { VectorCase, VectorFile } from '../vector-file.ts';

/** FORMAT.md §9 to §13, as whole stories: what is stored, in which order, and what is left when a process is killed. */
export async function operationCases(): Promise<VectorFile> {
  const written = [...operationStories, ...(await lastGenerationStories()), ...(await attemptStories())];
  const stories = [...written, ...randomStories()];
  return {
    file: 'operations.json',
    about:
      'Stories of one vault each: every step with its effects in their order. README.md defines operations and effects.',
    bases: [{ name: 'device', scope: hex(OPERATION_SCOPE) }],
    cases: await Promise.all(stories.map(toldCase)),
  };
}

/** Told from its start, and once more for each moment at which its process is killed. */
export async function toldCase({ killed, ...story }: OperationCase): Promise<VectorCase> {
  const { id, why, storage, kem } = story;
  const steps = await played(story);
  const interrupted = steps[killed?.step ?? -1];
  const ends = killed && interrupted ? await endsOf(story, killed, interrupted.effects.length) : [];
  return { id, why, storage, kem, steps, ...(ends.length > 0 && { killed: ends }) } as VectorCase;
}

/** Its steps, on a device whose changes take so many {@link OperationPlayer | turns}. */
export async function played(story: Omit<OperationCase, 'killed'>, turns = 1): Promise<readonly PlayedStep[]> {
  const player = new OperationPlayer(story, { turns });
  const steps: PlayedStep[] = [];
  for (const step of story.steps) steps.push(await player.play(step));
  return steps;
}

/** The story once for each moment at which the process can be killed, from before the first effect to before the last. */
async function endsOf(story: OperationCase, killed: NonNullable<OperationCase['killed']>, effects: number) {
  const ends: unknown[] = [];
  for (let after = 0; after < effects; after++) ends.push(await endOf(story, killed, after));
  return ends;
}

async function endOf(story: OperationCase, { step, then }: NonNullable<OperationCase['killed']>, after: number) {
  const player = new OperationPlayer(story);
  for (const earlier of story.steps.slice(0, step)) await player.play(earlier);
  const interrupted = story.steps[step];
  if (interrupted) await player.play(interrupted, after);
  const steps: PlayedStep[] = [];
  for (const next of then) steps.push(await player.play(next));
  return { step, after, steps };
}
