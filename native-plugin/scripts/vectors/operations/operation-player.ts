import { ascii, concat, hex, u32, type Bytes } from '../../../src/core/codec/bytes.ts';
import { KIND } from '../../../src/core/codec/format-ids.ts';
import { coreErrorCode } from '../../../src/core/ports/core-error.ts';
import type { CoreHost } from '../../../src/core/ports/core-host.ts';
import type { SlotRequest } from '../../../src/core/slots/make-slot.ts';
import { normaliseNewPasscode } from '../../../src/core/slots/passcode.ts';
import { CoreVault } from '../../../src/core/vault/core-vault.ts';
import { befall } from './befall.ts';
import { randomStream } from './labelled-bytes.ts';
import { newDevice, type OperationDevice } from './operation-device.ts';
import { operationPorts } from './operation-ports.ts';
import { Killed, type OperationRun, type Watcher } from './operation-recorder.ts';
import type { OperationCase, OperationSlot, OperationStep, PlayedStep, StepResult } from './operation-step.ts';

/** The vault of every case. */
export const OPERATION_SCOPE = new Uint8Array(32).fill(7);

/** Of each passcode slot of a story. */
export const ITERATIONS = 100_000;

const silent: CoreHost = {
  authenticator: { enterPasscode: () => Promise.resolve(false) },
  onUnlocked: () => undefined,
  onLocked: () => undefined,
  onErased: () => undefined,
  wakeIn: () => undefined,
  cover: () => undefined,
  uncover: () => undefined,
  uncoverWhenAcknowledged: () => undefined,
};

/** What all steps of a story have in common. */
export type Story = Pick<OperationCase, 'id' | 'storage' | 'kem'>;

/** Where a story is told. */
export interface Telling {
  /** Of the queue of promises, which each change of the device takes: an effect that nobody waits for is not in its step. */
  readonly turns?: number;
  /** As earlier steps left it. */
  readonly device?: OperationDevice;
  /** How many they were. */
  readonly steps?: number;
  readonly watcher?: Watcher;
}

/** Tells a story from its start, or goes on with it. */
export class OperationPlayer {
  readonly #case: Story;
  readonly #device: OperationDevice;
  #run: OperationRun | undefined;
  #vault: CoreVault;
  #steps: number;
  readonly #turns: number;
  readonly #watcher: Watcher;

  constructor(told: Story, { turns = 1, device = newDevice(told), steps = 0, watcher = {} }: Telling = {}) {
    this.#turns = turns;
    this.#case = told;
    this.#device = device;
    this.#steps = steps;
    this.#watcher = watcher;
    this.#vault = this.#startProcess();
  }

  /** @param killAfter so many effects; the next step is another process's */
  async play(step: OperationStep, killAfter?: number): Promise<PlayedStep> {
    const run = await this.#begin(step, killAfter);
    if (step.op === 'restart') this.#vault = this.#startProcess();
    const expected = await this.#outcome(step);
    if (killAfter !== undefined) this.#vault = this.#startProcess();
    return { ...step, effects: [...run.effects], expect: expected };
  }

  async #begin(step: OperationStep, killAfter: number | undefined): Promise<OperationRun> {
    const random = await randomStream(concat(ascii(this.#case.id), u32(this.#steps)));
    this.#steps += 1;
    this.#run = {
      effects: [],
      killAfter,
      random,
      now: step.now,
      keysStick: step.keysStick === true,
      countsEvaluations: step.op === 'unlock' && step.kind !== KIND.device,
      watcher: this.#watcher,
    };
    return this.#run;
  }

  async #outcome(step: OperationStep): Promise<StepResult> {
    try {
      return await this.#perform(step);
    } catch (error) {
      if (error instanceof Killed) return {};
      const code = coreErrorCode(error);
      if (code === undefined) throw error;
      return { error: code };
    }
  }

  async #perform(step: OperationStep): Promise<StepResult> {
    const vault = this.#vault;
    switch (step.op) {
      case 'create':
        await vault.create({
          policy: step.policy,
          slots: step.slots.map(requestOf),
          values: new Map(step.values.map(([key, value]) => [key, utf8(value)])),
        });
        return {};
      case 'load':
      case 'restart':
        return stored(await vault.start());
      case 'unlock':
        await vault.unlockWith(step.kind, step.passcode);
        return { values: textsOf(await vault.values()) };
      case 'write':
        await vault.write(changesOf(step.changes), { policy: policyOf(step) });
        return {};
      case 'rekey':
        await vault.rekey({ policy: step.policy, keep: step.keep, create: step.create.map(requestOf) });
        return {};
      case 'erase':
        await vault.erase();
        return {};
      case 'lock':
        vault.lock();
        return {};
      case 'leaseBegin':
        await vault.leases.begin(step.id, step.names);
        return {};
      case 'leaseWrite':
        await vault.write(changesOf(step.changes), { lease: step.id });
        return {};
      default:
        await befall(this.#device, step);
        return {};
    }
  }

  #startProcess(): CoreVault {
    const run = () => {
      if (!this.#run) throw new Error('no step goes on');
      return this.#run;
    };
    const ports = operationPorts(this.#device, run, this.#turns);
    return new CoreVault(ports, silent, { scope: OPERATION_SCOPE, lockAfter: null, hideScreen: false });
  }
}

function requestOf({ kind, passcode = '' }: OperationSlot): SlotRequest {
  if (kind !== KIND.appPasscode) return { kind };
  return { kind, passcode: normaliseNewPasscode(passcode, 4), iterations: ITERATIONS };
}

function policyOf({ maxAttempts, wipeAtMax }: Extract<OperationStep, { op: 'write' }>) {
  return { ...(maxAttempts !== undefined && { maxAttempts }), ...(wipeAtMax !== undefined && { wipeAtMax }) };
}

function changesOf(changes: readonly (readonly [string, string | null])[]) {
  return new Map(changes.map(([key, value]) => [key, value === null ? undefined : utf8(value)]));
}

function stored(vault: Awaited<ReturnType<CoreVault['start']>>): StepResult {
  if (!vault) return { error: 'NOT_FOUND' };
  const { attempts, deadSlots } = vault.anchor;
  return { generation: vault.envelope.header.generation, attempts, dead: deadSlots.map(hex) };
}

function utf8(text: string): Bytes {
  return new TextEncoder().encode(text);
}

function textsOf(values: ReadonlyMap<string, Bytes>): readonly (readonly [string, string])[] {
  return [...values].map(([key, value]) => [key, new TextDecoder().decode(value)]);
}
