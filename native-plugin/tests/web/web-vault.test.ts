import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hex } from '../../src/core/codec/bytes.ts';
import { parseEnvelope } from '../../src/core/codec/parse-envelope.ts';
import { AuthMode } from '../../src/index.ts';
import { chooseService } from '../../src/vaults/current-service.ts';
import { webCryptoKdf } from '../../src/web/crypto/web-crypto-kdf.ts';
import { DEVICES, useDevice, type Device } from '../support/devices.ts';
import { ada, bob, Identity } from '../support/identity.ts';

const web = DEVICES.find(({ name }) => name.includes('IndexedDB'))!;

describe("the web's cryptography and storage", () => {
  let world: Device;
  let rounds: number[];
  let identity: Identity;
  const envelope = async () => parseEnvelope((await world.stored())[0]!.envelope);
  const start = async (authMode: AuthMode) => {
    identity = new Identity({ authMode });
    await identity.ready();
  };

  beforeEach(() => {
    rounds = [];
    const kdf = {
      derive: (passcode: Uint8Array<ArrayBuffer>, salt: Uint8Array<ArrayBuffer>, iterations: number) => {
        rounds.push(iterations);
        return webCryptoKdf.derive(passcode, salt, iterations);
      },
    };
    world = useDevice({ ...web.parts(), kdf });
  });
  afterEach(() => chooseService(undefined));

  it('a passcode really takes 600,000 rounds, to set and to enter', async () => {
    await start(AuthMode.PasscodeOnly);
    await identity.login(ada);
    await identity.lockOut();
    await identity.unlock();
    expect(rounds).toEqual([600_000, 600_000]);
    expect((await envelope()).header.slots[0]!.head.iterations).toBe(600_000);
  });

  it('never repeats a nonce, id or salt', async () => {
    await start(AuthMode.SecureStorage);
    const nonces: string[] = [];
    const slotIds: string[] = [];
    for (let round = 0; round < 25; round += 1) {
      await (round % 5 === 0 ? identity.login(ada) : identity.saveSession(bob));
      const { header, payloadNonce } = await envelope();
      nonces.push(hex(payloadNonce), ...(round % 5 === 0 ? header.slots.map(({ nonce }) => hex(nonce)) : []));
      slotIds.push(...header.slots.map(({ head }) => hex(head.slotId)));
    }
    expect(new Set(nonces).size).toBe(30);
    expect(new Set(slotIds).size).toBe(5);
  });
});
