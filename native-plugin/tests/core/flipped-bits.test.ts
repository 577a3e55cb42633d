import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isEqual, type Bytes } from '../../src/core/codec/bytes.ts';
import { KIND } from '../../src/core/codec/format-ids.ts';
import { parseEnvelope } from '../../src/core/codec/parse-envelope.ts';
import { assertScope, findSlot, openPayload, openSlot } from '../../src/core/slots/open-envelope.ts';
import { normalisePasscode } from '../../src/core/slots/passcode.ts';
import { refusalOf } from './support/outcome.ts';
import { bothSlots, makeWorld, NAME, newVault, SCOPE, startProcess, type World } from './support/world.ts';

function flipBit(bytes: Bytes, bit: number): Bytes {
  const flipped = bytes.slice();
  flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  return flipped;
}

type Store = 'anchors' | 'blobs';

/** Everything a person could try: start, unlock with the right passcode, read. */
async function tryOpen(world: World): Promise<{ refusals: unknown[]; wasRead: boolean }> {
  const { core } = startProcess(world);
  const refusals = [
    await refusalOf(() => core.start()),
    await refusalOf(() => core.unlockWith(KIND.appPasscode, '1234')),
  ];
  const wasRead = (await refusalOf(() => core.values())) === undefined;
  return { refusals, wasRead };
}

async function expectHarmless(world: World, store: Store, changed: Bytes) {
  const original = world.disk[store].get(NAME)!;
  world.disk[store].set(NAME, changed);
  const before = {
    anchor: world.disk.anchors.get(NAME)!,
    envelope: world.disk.blobs.get(NAME)!,
    guesses: world.guesses,
  };
  const { refusals, wasRead } = await tryOpen(world);
  expect(wasRead).toBe(false);
  expect(refusals.filter((code) => code === undefined || code === 'AUTHENTICATION_FAILED')).toEqual([]);
  expect(world.guesses).toBe(before.guesses);
  expect(
    isEqual(world.disk.anchors.get(NAME)!, before.anchor) && isEqual(world.disk.blobs.get(NAME)!, before.envelope),
  ).toBe(true);
  world.disk[store].set(NAME, original);
}

it.each(['blobs', 'anchors'] as const)(
  'no flipped bit of a small vault (%s) yields a value, costs an attempt, or changes what is stored',
  async (store) => {
    const world = makeWorld();
    await startProcess(world).core.create(newVault('1234', { a: '1' }));
    const bytes = world.disk[store].get(NAME)!;
    for (let bit = 0; bit < bytes.length * 8; bit++) await expectHarmless(world, store, flipBit(bytes, bit));
    expect((await tryOpen(world)).wasRead).toBe(true);
  },
);

it('nor do several changed bytes of a larger vault', async () => {
  const world = makeWorld();
  await startProcess(world).core.create(bothSlots('1234', { session: 'x'.repeat(500), a: '1' }));
  const changes = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 255 })), { minLength: 1, maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(fc.constantFrom<Store[]>('anchors', 'blobs'), changes, async (store, edits) => {
      const bytes = world.disk[store].get(NAME)!;
      const changed = bytes.slice();
      for (const [at, mask] of edits) changed[at % bytes.length] = (changed[at % bytes.length] ?? 0) ^ mask;
      fc.pre(!isEqual(changed, bytes));
      await expectHarmless(world, store, changed);
    }),
    { numRuns: 500, seed: 4 },
  );
});

it('without the anchor too, no flipped bit of an envelope opens', async () => {
  const world = makeWorld();
  const { core, ports } = startProcess(world);
  await core.create(newVault('1234', { a: '1' }));
  const bytes = world.disk.blobs.get(NAME)!;
  const open = async (changed: Bytes) => {
    const envelope = parseEnvelope(changed);
    assertScope(envelope.header.scope, SCOPE);
    const slot = findSlot(envelope, KIND.appPasscode);
    const { dek } = await openSlot(ports, { envelope, slot }, { passcode: normalisePasscode('1234') });
    return openPayload(ports.aead, envelope, dek);
  };
  const opened: number[] = [];
  for (let bit = 0; bit < bytes.length * 8; bit++)
    if ((await refusalOf(() => open(flipBit(bytes, bit)))) === undefined) opened.push(bit);
  expect(opened).toEqual([]);
  expect((await open(bytes)).size).toBe(1);
});
