import { expect, it } from 'vitest';
import { KIND, MODE } from '../../../src/core/codec/format-ids.ts';
import { CoreError } from '../../../src/core/ports/core-error.ts';
import { sealAnchor } from '../../../src/core/slots/anchor-tag.ts';
import { judgingKey } from '../../../src/core/slots/judging-key.ts';
import { isUnchanged, leaseBasis } from '../../../src/core/slots/lease-basis.ts';
import { slotSecret } from '../../../src/core/slots/slot-secret.ts';
import { loadVault } from '../../../src/core/store/load-vault.ts';
import { refusalOf, utf8 } from '../support/outcome.ts';
import {
  makeWorld,
  newVault,
  POLICY,
  readValues,
  SCOPE,
  startProcess,
  storedAnchor,
  valuesOf,
  withoutMutex,
} from '../support/world.ts';

async function loaded() {
  const world = makeWorld();
  const { core, ports } = startProcess(world);
  await core.create(newVault('1234', { a: '1', b: '2' }));
  const vault = (await loadVault(ports, SCOPE))!;
  return { world, core, ports, vault, head: vault.envelope.header.slots[0]!.head };
}

it('where nothing keeps processes apart there are slots, only none with a passcode', async () => {
  const { core } = startProcess(makeWorld(), { adjust: withoutMutex });
  const policy = { ...POLICY, mode: MODE.BiometricOnly };
  await core.create({ policy, slots: [{ kind: KIND.biometric }], values: valuesOf({ a: '1' }) });
  expect(await readValues(core)).toEqual({ a: '1' });
  expect(await refusalOf(() => core.create(newVault('1234')))).toBe('POLICY_NOT_MET');
});

it('no passcode is no passcode, and costs nothing', async () => {
  const { core, ports, vault, head, world } = await loaded();
  core.lock();
  expect(await refusalOf(() => core.unlockWith(KIND.appPasscode))).toBe('INVALID_PASSCODE');
  const { vaultId } = vault.anchor;
  expect(await refusalOf(() => slotSecret(ports, { vaultId, head }, {}))).toBe('INVALID_ARGUMENT');
  expect(storedAnchor(world)?.attempts).toBe(0);
});

it('an anchor that no reader would take is not sealed', async () => {
  const { ports, vault } = await loaded();
  const anchor = { ...vault.anchor, attempts: 0, delayStart: 1 };
  expect(await refusalOf(() => sealAnchor(ports.anchorMac, anchor))).toBe('CORRUPT');
});

it('what a destroyed key was found by is told with it', async () => {
  const { ports, vault, head } = await loaded();
  const cause = new CoreError('KEY_MISSING', 'not there');
  const judging = judgingKey(ports, { vaultId: vault.anchor.vaultId, head }, () => Promise.reject(cause));
  await expect(judging).rejects.toMatchObject({ code: 'KEY_INVALIDATED', cause });
});

it('a lease is for values and for slots: another value, none, or another wrapped key changes what it is for', async () => {
  const { ports, vault } = await loaded();
  const keys = { dek: await ports.aead.importDek(new Uint8Array(32)), keks: new Map(), slots: '' };
  const unlocked = { vault, keys, values: valuesOf({ a: '1', b: '2' }) };
  const basis = await leaseBasis(ports.aead, unlocked, ['a', 'c']);
  const { header } = vault.envelope;
  const slots = header.slots.map((slot) => ({ ...slot, wrapped: slot.wrapped.map((byte) => byte ^ 1) }));
  const rekeyed = { ...vault, envelope: { ...vault.envelope, header: { ...header, slots } } };
  const isSame = (changes: Partial<typeof unlocked>) => isUnchanged(ports.aead, basis, { ...unlocked, ...changes });
  expect(await isSame({})).toBe(true);
  expect(await isSame({ values: valuesOf({ a: '1', b: 'other' }) })).toBe(true);
  expect(await isSame({ values: valuesOf({ a: '2', b: '2' }) })).toBe(false);
  expect(
    await isSame({
      values: new Map([
        ['a', utf8('1')],
        ['c', utf8('')],
      ]),
    }),
  ).toBe(false);
  expect(await isSame({ vault: rekeyed })).toBe(false);
});
