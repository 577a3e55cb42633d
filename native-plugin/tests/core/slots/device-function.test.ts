import { expect, it } from 'vitest';
import { KIND, PRF, type Prf } from '../../../src/core/codec/format-ids.ts';
import type { CorePorts } from '../../../src/core/ports/ports.ts';
import { webCryptoDeviceFunction } from '../../../src/web/crypto/web-crypto-hmac.ts';
import {
  makeWorld,
  newVault,
  passcodeSlot,
  POLICY,
  readValues,
  startProcess,
  storedEnvelope,
} from '../support/world.ts';

/** The keys that the device makes; it can still use those of before. */
const making =
  (prf: Prf) =>
  (ports: CorePorts): CorePorts => ({ ...ports, deviceFunction: { ...ports.deviceFunction, prf } });

it('a slot made before the system could do more opens with the function it was made with', async () => {
  const world = makeWorld();
  await startProcess(world, { adjust: making(PRF.keychainHmac) }).core.create(newVault('1234', { a: '1' }));
  const { core } = startProcess(world, { adjust: making(PRF.ecdh) });
  await core.unlockWith(KIND.appPasscode, '1234');
  expect(await readValues(core)).toEqual({ a: '1' });

  await core.rekey({ policy: POLICY, keep: [], create: [passcodeSlot('5678')] });
  expect(storedEnvelope(world)?.header.slots.map(({ head }) => head.prf)).toEqual([PRF.ecdh]);
  core.lock();
  await core.unlockWith(KIND.appPasscode, '5678');
  expect(await readValues(core)).toEqual({ a: '1' });
});

it('a browser refuses the function of a Secure Enclave', async () => {
  const keys = new Map<string, CryptoKey>();
  const f = webCryptoDeviceFunction({
    read: (name) => Promise.resolve(keys.get(name)),
    write: (name, key) => Promise.resolve(void keys.set(name, key)),
    remove: (name) => Promise.resolve(void keys.delete(name)),
  });
  const input = new Uint8Array(32);
  await expect(f.evaluate('k', input, PRF.ecdh)).rejects.toMatchObject({ code: 'KEY_MISSING' });
  await f.create('k');
  await expect(f.evaluate('k', input, PRF.ecdh)).rejects.toMatchObject({ code: 'DEVICE_FUNCTION_FAILED' });
  expect((await f.evaluate('k', input, PRF.hmac)).length).toBe(32);
});
