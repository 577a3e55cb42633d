import type { Bytes } from '../../../src/core/codec/bytes.ts';
import type { Effect } from './operation-step.ts';

/** A process was killed. */
export class Killed extends Error {}

/** What a step asks of the ports, and what it left behind. */
export interface OperationRun {
  readonly effects: Effect[];
  /** After so many effects the process is dead. */
  readonly killAfter: number | undefined;
  readonly random: (length: number) => Bytes;
  readonly now: number;
  readonly keysStick: boolean;
  /** F is evaluated where it can be counted: when something is opened. */
  readonly countsEvaluations: boolean;
  readonly watcher?: Watcher;
}

/** Is told where something is to be left behind by a process that really ends. */
export interface Watcher {
  readonly onChange?: () => void;
  /** Here the process is to be killed. */
  readonly onDeath?: (effects: readonly Effect[]) => void;
}

/** Notes what happens to the device, and lets a process die on the way. */
export interface Recorder {
  readonly assertAlive: () => void;
  /** Before what it tells of: a killed process leaves out what would come next. */
  readonly record: (effect: Effect, change?: () => void) => Promise<void>;
}

/** @param turns how many turns of the queue of promises a change takes */
export function recorderOf(run: () => OperationRun, turns: number): Recorder {
  const assertAlive = () => {
    if (isKilled.has(run())) throw new Killed('dead');
  };
  return {
    assertAlive,
    record: async (effect, change = () => undefined) => {
      const now = run();
      for (let left = turns; left > 0; left--) await Promise.resolve();
      assertAlive();
      if (now.effects.length === now.killAfter) {
        now.watcher?.onDeath?.(now.effects);
        isKilled.add(now);
        throw new Killed('killed');
      }
      now.effects.push(effect);
      change();
      now.watcher?.onChange?.();
    },
  };
}

/** Runs whose process met its end: nothing it does afterwards counts, not even a read. */
const isKilled = new WeakSet<OperationRun>();
