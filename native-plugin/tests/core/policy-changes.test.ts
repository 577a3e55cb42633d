import { describe, expect, it } from 'vitest';
import { KIND } from '../../src/core/codec/format-ids.ts';
import { LIMIT } from '../../src/core/codec/format-limits.ts';
import type { CorePorts } from '../../src/core/ports/ports.ts';
import { sealEnvelope } from '../../src/core/slots/seal-envelope.ts';
import { unlockSlot } from '../../src/core/slots/unlock-slot.ts';
import { loadVault } from '../../src/core/store/load-vault.ts';
import { writeAnchor } from '../../src/core/store/loaded-vault.ts';
import type { PolicyChanges } from '../../src/core/store/vault-store.ts';
import { refusalOf } from './support/outcome.ts';
import {
  bothSlots,
  makeWorld,
  NAME,
  newVault,
  POLICY,
  readValues,
  SCOPE,
  startProcess,
  storedAnchor,
  type World,
} from './support/world.ts';

const MANY = { ...POLICY, maxAttempts: 10, wipeAtMax: true };
const ENDLESS = { ...POLICY, maxAttempts: 5, wipeAtMax: false };

/** Unlocked by the finger, which leaves the wrong passcodes counted; then the app is updated, and writes. */
async function unlockedAfter(failures: number, policy: typeof POLICY) {
  const world = makeWorld();
  const { core } = startProcess(world);
  await core.create({ ...bothSlots('1234', { a: '1' }), policy: { ...policy, mode: 2 } });
  core.lock();
  for (let failure = 0; failure < failures; failure++) {
    world.now += 3_600_000;
    expect(await refusalOf(() => core.unlockWith(KIND.appPasscode, '9999'))).toBe('AUTHENTICATION_FAILED');
  }
  await core.unlockWith(KIND.biometric);
  expect(storedAnchor(world)?.attempts).toBe(failures);
  return { world, core };
}

describe('a policy that becomes stricter never makes the right passcode erase the vault', () => {
  it.each<{ name: string; failures: number; before: typeof POLICY; policy: PolicyChanges }>([
    { name: 'fewer attempts', failures: 4, before: MANY, policy: { maxAttempts: 3 } },
    { name: 'erased at the limit from now on', failures: 6, before: ENDLESS, policy: { wipeAtMax: true } },
    { name: 'both', failures: 6, before: ENDLESS, policy: { wipeAtMax: true, maxAttempts: 3 } },
  ])('$name, by a write', async ({ failures, before, policy }) => {
    const { world, core } = await unlockedAfter(failures, before);
    await core.write(new Map(), { policy });
    expect(storedAnchor(world)?.attempts).toBe(0);
    core.lock();
    await core.unlockWith(KIND.appPasscode, '1234');
    expect(await readValues(core)).toEqual({ a: '1' });
  });

  it('by a re-key that keeps the passcode', async () => {
    const { world, core } = await unlockedAfter(4, MANY);
    const policy = { ...MANY, maxAttempts: 3 };
    await core.rekey({ policy, keep: [KIND.appPasscode], create: [] });
    core.lock();
    await core.unlockWith(KIND.appPasscode, '1234');
    expect(storedAnchor(world)?.attempts).toBe(0);
  });

  it('nor is it forgotten when the process is killed in the middle of that write', async () => {
    for (let crashAt = 0; crashAt < 8; crashAt++) {
      const { world, core } = await unlockedAfter(4, MANY);
      core.lock();
      const dying = startProcess(world, { crashAt });
      await dying.core.start().catch(() => undefined);
      await dying.core.unlockWith(KIND.biometric).catch(() => undefined);
      await dying.core.write(new Map(), { policy: { maxAttempts: 3 } }).catch(() => undefined);
      world.now += 3_600_000;
      const { core: next } = startProcess(world);
      await next.unlockWith(KIND.appPasscode, '1234');
      expect(await readValues(next)).toEqual({ a: '1' });
    }
  });
});

it.each<[name: string, change: PolicyChanges]>([
  ['nothing', {}],
  ['the same', { maxAttempts: 10, wipeAtMax: true }],
  ['more attempts', { maxAttempts: 11 }],
  ['no erasing', { wipeAtMax: false }],
])('a write that changes %s leaves the attempts as they are', async (_name, policy) => {
  const { world, core } = await unlockedAfter(4, MANY);
  await core.write(new Map(), { policy });
  expect(storedAnchor(world)?.attempts).toBe(4);
});

it('a login at the last generation erases and starts over', async () => {
  const world = makeWorld();
  const { core, ports } = startProcess(world);
  await core.create(newVault('1234', { a: '1' }));
  await atLastGeneration(world, ports);
  expect(await refusalOf(() => core.write(new Map()))).toBe('LIMIT_EXCEEDED');
  await core.create(newVault('5678', { a: '2' }));
  expect([await readValues(core), storedAnchor(world)?.cur?.generation]).toEqual([{ a: '2' }, 1]);
});

/** As after 2^32 - 2 writes: the same vault, sealed with the last generation there is. */
async function atLastGeneration(world: World, ports: CorePorts) {
  const vault = (await loadVault(ports, SCOPE))!;
  const { opened, values } = await unlockSlot(ports, vault, { kind: KIND.appPasscode, passcode: '1234' });
  const draft = { ...vault.envelope.header, generation: LIMIT.generation };
  const { bytes } = await sealEnvelope(ports, { draft, dek: opened.dek }, values);
  const cur = { generation: LIMIT.generation, digest: await ports.aead.digest(bytes) };
  await writeAnchor(ports, (await loadVault(ports, SCOPE))!, { cur });
  world.disk.blobs.set(NAME, bytes);
}
