import fc from 'fast-check';
import { expect, it } from 'vitest';
import { copyDisk } from '../../scripts/vectors/fixed-stores.ts';
import { hex } from '../../src/core/codec/bytes.ts';
import { KIND, MODE } from '../../src/core/codec/format-ids.ts';
import { CoreError } from '../../src/core/ports/core-error.ts';
import type { CoreVault } from '../../src/core/vault/core-vault.ts';
import {
  EMPTY,
  expectation,
  MAX_ATTEMPTS,
  sequences,
  type Model,
  type Operation,
  type Step,
  type Stored,
} from './support/model.ts';
import { utf8 } from './support/outcome.ts';
import {
  bothSlots,
  Crash,
  makeWorld,
  newVault,
  passcodeSlot,
  POLICY,
  readValues,
  startProcess,
  storedAnchor,
  storedEnvelope,
  valuesOf,
  writeWithLease,
  type World,
} from './support/world.ts';

const policy = { ...POLICY, maxAttempts: MAX_ATTEMPTS };

async function perform(
  { world, core }: { world: World; core: CoreVault },
  operation: Operation,
  model: Model,
): Promise<void> {
  const keep = model.stored?.hasFinger ? [KIND.biometric] : [];
  const mode = model.stored?.hasFinger ? MODE.BiometricAndPasscode : MODE.PasscodeOnly;
  switch (operation.type) {
    case 'create': {
      const { passcode, finger, value } = operation;
      const request = finger ? bothSlots(passcode, { session: value }) : newVault(passcode, { session: value });
      return core.create({ ...request, policy: { ...request.policy, maxAttempts: MAX_ATTEMPTS } });
    }
    case 'write':
      return core.write(new Map([[operation.key, operation.value === undefined ? undefined : utf8(operation.value)]]));
    case 'rekey':
      return core.rekey({ policy: { ...policy, mode }, keep, create: [passcodeSlot(operation.passcode)] });
    case 'dropFinger':
      return core.rekey({ policy, keep: [KIND.appPasscode], create: [] });
    case 'unlock':
      world.now += 3_600_000;
      return core.unlockWith(KIND.appPasscode, operation.isRight ? (model.stored?.passcode ?? '1234') : '0000');
    case 'unlockByFinger':
      return core.unlockWith(KIND.biometric);
    case 'lock':
      core.lock();
      return;
    case 'erase':
      return core.erase();
    case 'restart':
      return;
    case 'background':
      core.pause();
      world.now += operation.time;
      core.resume();
      return;
    case 'lease':
      await core.leases.begin('l', ['session']);
      core.lock();
      world.now += operation.time;
      expect(await writeWithLease(core, 'l', valuesOf({ session: operation.value }))).toBe('ok');
  }
}

/** `undefined`: done. `crash`: the process died. */
async function outcomeOf(task: () => Promise<void>): Promise<string | undefined> {
  try {
    await task();
    return undefined;
  } catch (error) {
    if (error instanceof Crash) return 'crash';
    if (error instanceof CoreError) return error.code;
    throw error;
  }
}

/** Whether exactly this is stored: looked at on a copy, with the passcode of the model. */
async function isStored(world: World, stored: Stored | undefined): Promise<boolean> {
  const copy = { ...world, disk: copyDisk(world.disk), ring: new Map(world.ring), seed: { next: 0 } };
  const { core } = startProcess(copy);
  const vault = await core.start();
  if (!vault || !stored) return vault === undefined && stored === undefined;
  const kinds = vault.envelope.header.slots.map(({ head }) => head.kind);
  const hasSame = vault.anchor.attempts === stored.attempts && kinds.includes(KIND.biometric) === stored.hasFinger;
  copy.now += 3_600_000;
  if (!hasSame || (await outcomeOf(() => core.unlockWith(KIND.appPasscode, stored.passcode))) !== undefined)
    return false;
  return JSON.stringify(sorted(await readValues(core))) === JSON.stringify(sorted(stored.values));
}

function sorted(values: Readonly<Record<string, string>>) {
  return Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Slots that were once in use and aren't any more have no keys left: they are revoked. */
function expectRevoked(world: World, used: Set<string>) {
  const current = new Set(storedEnvelope(world)?.header.slots.map(({ head }) => hex(head.slotId)) ?? []);
  for (const id of current) used.add(id);
  const alive = [...world.ring.keys()].flatMap((name) => name.split('.').filter((part) => used.has(part)));
  expect(alive.filter((id) => !current.has(id))).toEqual([]);
}

interface Tally {
  crashes: number;
  news: number;
  olds: number;
  operations: number;
}

async function run(steps: readonly Step[], joint: boolean, tally: Tally) {
  const world = makeWorld(7);
  const used = new Set<string>();
  let model: Model = EMPTY;
  const countdown = { left: Infinity };
  let { core } = startProcess(world, { joint, countdown });
  const restart = async () => {
    countdown.left = Infinity;
    core = startProcess(world, { joint, countdown }).core;
    return outcomeOf(async () => {
      await core.start();
    });
  };
  for (const { operation, crashAt } of steps) {
    if (operation.type === 'restart') await restart();
    tally.operations += 1;
    const expected = expectation(model, operation);
    countdown.left = crashAt ?? Infinity;
    const outcome = await outcomeOf(() => perform({ world, core }, operation, model));
    countdown.left = Infinity;
    if (outcome === 'crash') {
      tally.crashes += 1;
      await restart();
      const [found] = await matching(world, expected.models);
      if (!found)
        throw new Error(
          `after ${operation.type}, neither the old state nor the new: ${JSON.stringify(storedAnchor(world))}`,
        );
      tally[found === expected.models[0] ? 'olds' : 'news'] += 1;
      model = { ...found, isUnlocked: false };
    } else {
      expect([operation.type, outcome]).toEqual([operation.type, expected.refusal]);
      model = expected.models.at(-1) ?? model;
    }
    expectRevoked(world, used);
    expect([operation.type, core.state.phase]).toEqual([
      operation.type,
      model.isUnlocked ? 'unlocked' : model.stored ? 'locked' : 'absent',
    ]);
    if (model.isUnlocked) expect(sorted(await readValues(core))).toEqual(sorted(model.stored?.values ?? {}));
  }
  expect(await isStored(world, model.stored)).toBe(true);
}

async function matching(world: World, models: readonly Model[]): Promise<readonly Model[]> {
  const found: Model[] = [];
  for (const model of models) if (await isStored(world, model.stored)) found.push(model);
  return found;
}

it('10,000 random sequences, killed anywhere, agree with the model: the old state or the new, never neither', async () => {
  const tally: Tally = { crashes: 0, news: 0, olds: 0, operations: 0 };
  await fc.assert(
    fc.asyncProperty(sequences, fc.boolean(), (steps, joint) => run(steps, joint, tally)),
    { numRuns: 10_000, seed: 20_261_124 },
  );
  // Or the test would show nothing: crashes happened, before and after the moment that decides.
  expect(tally.operations).toBeGreaterThan(30_000);
  expect(Math.min(tally.crashes, tally.news, tally.olds)).toBeGreaterThan(1000);
}, 480_000);
