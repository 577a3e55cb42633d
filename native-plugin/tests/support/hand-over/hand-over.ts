import { newDevice } from '../../../scripts/vectors/operations/operation-device.ts';
import { OperationPlayer, type Story } from '../../../scripts/vectors/operations/operation-player.ts';
import type { Effect, OperationStep, PlayedStep } from '../../../scripts/vectors/operations/operation-step.ts';
import { deviceFrom, deviceText } from './device-text.ts';

/** What a process of its own does to a vault. */
export interface Part {
  readonly story: Story;
  /** How many steps came before. */
  readonly first: number;
  readonly steps: readonly PlayedStep[];
  /** In the last step the process waits after so many effects, until it is killed. Absent: it ends by itself. */
  readonly killAfter?: number;
}

/** Of the process that a part is played in. */
export interface Surroundings {
  /** What earlier processes left behind. */
  readonly device: string | undefined;
  readonly save: (device: string) => void;
  /** Never comes back. */
  readonly awaitDeath: () => never;
}

/** @throws where a step has other effects than it should have, or comes to something else */
export async function playPart({ story, first, steps, killAfter }: Part, place: Surroundings): Promise<void> {
  const device = place.device === undefined ? newDevice(story) : deviceFrom(story, place.device);
  const onDeath = (effects: readonly Effect[]) => {
    assertSame(effects, steps.at(-1)?.effects, 'effects until now');
    place.awaitDeath();
  };
  const watcher = { onChange: () => place.save(deviceText(device)), onDeath };
  const player = new OperationPlayer(story, { device, steps: first, watcher });
  for (const [index, step] of steps.entries()) {
    const { effects, expect } = await player.play(step, index === steps.length - 1 ? killAfter : undefined);
    assertSame({ effects, expect }, { effects: step.effects, expect: step.expect }, `step ${String(first + index)}`);
  }
  if (killAfter !== undefined) throw new Error(`it has not more than ${String(killAfter)} effects`);
  place.save(deviceText(device));
}

function assertSame(found: unknown, expected: unknown, what: string): void {
  const [one, other] = [JSON.stringify(found), JSON.stringify(expected)];
  if (one !== other) throw new Error(`${what}: ${one} and not ${other}`);
}

/** Steps of one process, the last of which is killed after so many effects. */
export interface PlannedPart {
  readonly steps: readonly OperationStep[];
  readonly killAfter?: number;
}

/** The same story by one language, in one process and in memory. */
export interface WholeStory {
  readonly parts: readonly Part[];
  /** What there is when each part is over. */
  readonly devices: readonly string[];
}

/** Tells all parts; in place of a process that is killed, its vault is forgotten. */
export async function tellWhole(story: Story, planned: readonly PlannedPart[]): Promise<WholeStory> {
  const device = newDevice(story);
  const player = new OperationPlayer(story, { device });
  const parts: Part[] = [];
  const devices: string[] = [];
  for (const { steps, killAfter } of planned) {
    const played: PlayedStep[] = [];
    for (const step of steps) played.push(await player.play(step, step === steps.at(-1) ? killAfter : undefined));
    const first = parts.reduce((count, part) => count + part.steps.length, 0);
    parts.push({ story, first, steps: played, ...(killAfter !== undefined && { killAfter }) });
    devices.push(deviceText(device));
  }
  return { parts, devices };
}
