import fc from 'fast-check';
import { expect, it } from 'vitest';
import { KIND, MODE } from '../../src/core/codec/format-ids.ts';
import type { CoreErrorCode } from '../../src/core/ports/core-error.ts';
import { refusalOf } from './support/outcome.ts';
import {
  makeWorld,
  newVault,
  passcodeSlot,
  POLICY,
  readValues,
  startProcess,
  valuesOf,
  type Process,
  type World,
} from './support/world.ts';

type Operation =
  | { readonly type: 'write'; readonly key: string; readonly policy: Partial<typeof POLICY> | undefined }
  | { readonly type: 'unlock'; readonly isRight: boolean }
  | { readonly type: 'rekey'; readonly passcode: string }
  | { readonly type: 'read' | 'lock' | 'restart' };

/** What two instances do at the same time, or one of them alone. */
type Step = readonly [first: Operation | undefined, second: Operation | undefined];

const policy = fc.option(fc.record({ maxAttempts: fc.constantFrom(2, 3, 5, 10), wipeAtMax: fc.boolean() }), {
  nil: undefined,
});
const operation: fc.Arbitrary<Operation> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ type: fc.constant('write' as const), key: fc.constantFrom('a', 'b'), policy }) },
  { weight: 4, arbitrary: fc.record({ type: fc.constant('unlock' as const), isRight: fc.boolean() }) },
  {
    weight: 1,
    arbitrary: fc.record({ type: fc.constant('rekey' as const), passcode: fc.constantFrom('1234', '5678') }),
  },
  { weight: 4, arbitrary: fc.record({ type: fc.constantFrom('read' as const, 'lock' as const, 'restart' as const) }) },
);
const step: fc.Arbitrary<Step> = fc
  .tuple(fc.option(operation, { nil: undefined, freq: 3 }), fc.option(operation, { nil: undefined, freq: 3 }))
  // Which of two would be the last one can't be told; and each has its own model.
  .filter(([first, second]) => ![first, second].every((each) => each?.type === 'rekey'));

/** What has to be there, whoever did it. */
interface Model {
  readonly values: Record<string, string>;
  passcode: string;
}

const ALLOWED: Readonly<Record<Operation['type'], readonly (CoreErrorCode | undefined)[]>> = {
  write: [undefined, 'LOCKED'],
  read: [undefined, 'LOCKED'],
  rekey: [undefined, 'LOCKED'],
  unlock: [undefined, 'AUTHENTICATION_FAILED', 'TOO_MANY_ATTEMPTS', 'LOCKED'],
  lock: [undefined],
  restart: [undefined],
};

class Instance {
  process: Process;
  count = 0;
  readonly #name: string;
  readonly #world: World;
  readonly #joint: boolean;

  constructor(name: string, world: World, joint: boolean) {
    this.#name = name;
    this.#world = world;
    this.#joint = joint;
    this.process = startProcess(world, { joint });
  }

  /** @returns what it was refused with, and what it changes in the model */
  async perform(operation: Operation, model: Model): Promise<CoreErrorCode | undefined> {
    const { core } = this.process;
    switch (operation.type) {
      case 'write': {
        const [key, value] = [this.#name + operation.key, String((this.count += 1))];
        const refusal = await refusalOf(() =>
          core.write(valuesOf({ [key]: value }), { policy: operation.policy ?? {} }),
        );
        if (refusal === undefined) model.values[key] = value;
        return refusal;
      }
      case 'unlock':
        core.lock();
        return refusalOf(() => core.unlockWith(KIND.appPasscode, operation.isRight ? model.passcode : '0000'));
      case 'rekey': {
        const request = {
          policy: { ...POLICY, mode: MODE.PasscodeOnly },
          keep: [],
          create: [passcodeSlot(operation.passcode)],
        };
        const refusal = await refusalOf(() => core.rekey(request));
        if (refusal === undefined) model.passcode = operation.passcode;
        return refusal;
      }
      case 'read':
        return refusalOf(() => core.values());
      case 'lock':
        core.lock();
        // Nothing that was unlocked before is answered now.
        return (await refusalOf(() => core.values())) === 'LOCKED' ? undefined : 'CORRUPT';
      case 'restart':
        this.process = startProcess(this.#world, { joint: this.#joint });
        await this.process.core.start();
        return undefined;
    }
  }
}

function isWiped(outcomes: readonly (Outcome | undefined)[]): boolean {
  return outcomes.some((each) => each?.of === 'TOO_MANY_ATTEMPTS');
}

interface Outcome {
  readonly operation: Operation;
  readonly of: CoreErrorCode | undefined;
}

interface Tally {
  writes: number;
  wipes: number;
  unlocks: number;
}

async function perform(
  operation: Operation | undefined,
  instance: Instance,
  model: Model,
): Promise<Outcome | undefined> {
  return operation && { operation, of: await instance.perform(operation, model) };
}

async function run(steps: readonly Step[], joint: boolean, tally: Tally): Promise<void> {
  const world = makeWorld(3);
  const model: Model = { values: {}, passcode: '1234' };
  const pair = [new Instance('x', world, joint), new Instance('y', world, joint)] as const;
  await pair[0].process.core.create(newVault('1234', {}, { maxAttempts: 3 }));
  await pair[1].process.core.start();
  let wrong = 0;
  for (const operations of steps) {
    world.now += 3_600_000;
    const outcomes = await Promise.all([
      perform(operations[0], pair[0], model),
      perform(operations[1], pair[1], model),
    ]);
    wrong += outcomes.filter((each) => each?.of === 'AUTHENTICATION_FAILED' || each?.of === 'TOO_MANY_ATTEMPTS').length;
    for (const outcome of outcomes) if (outcome) expectAllowed(outcome, operations, outcomes);
    tally.writes += outcomes.filter((each) => each?.operation.type === 'write' && each.of === undefined).length;
    tally.unlocks += outcomes.filter((each) => each?.operation.type === 'unlock' && each.of === undefined).length;
    if (isWiped(outcomes)) {
      expect(wrong).toBeGreaterThan(1);
      tally.wipes += 1;
      return;
    }
  }
  await expectStored(world, joint, model);
}

function expectAllowed({ operation, of }: Outcome, operations: Step, outcomes: readonly (Outcome | undefined)[]): void {
  const isAlone = operations.some((each) => each === undefined);
  // What the other one erased meanwhile is gone; a passcode that it changes meanwhile is the wrong one.
  if (isWiped(outcomes) && !isAlone) return;
  const isRacing = operation.type === 'unlock' && !isAlone;
  const allowed = [...ALLOWED[operation.type], ...(isRacing ? (['ATTEMPT_DELAYED'] as const) : [])];
  expect(allowed, JSON.stringify(operations)).toContain(of);
  const isRight = operation.type === 'unlock' && operation.isRight;
  if (isRight && !operations.some((each) => each?.type === 'rekey'))
    expect([undefined, 'LOCKED', 'ATTEMPT_DELAYED']).toContain(of);
}

/** Looked at by a third instance: the right passcode always opens it, and every write that was made is there. */
async function expectStored(world: World, joint: boolean, { values, passcode }: Model): Promise<void> {
  world.now += 3_600_000;
  const { core } = startProcess(world, { joint });
  expect(await refusalOf(() => core.unlockWith(KIND.appPasscode, passcode))).toBeUndefined();
  expect(await readValues(core)).toEqual(values);
}

it('10,000 sequences of two instances, with a policy that changes: no write is lost, and the right passcode opens', async () => {
  const tally: Tally = { writes: 0, wipes: 0, unlocks: 0 };
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 8 }), fc.boolean(), (steps, joint) =>
      run(steps, joint, tally),
    ),
    { numRuns: 10_000, seed: 20_261_128 },
  );
  // Or the test would show nothing.
  expect(Math.min(tally.writes, tally.unlocks)).toBeGreaterThan(5000);
  expect(tally.wipes).toBeGreaterThan(100);
}, 480_000);
