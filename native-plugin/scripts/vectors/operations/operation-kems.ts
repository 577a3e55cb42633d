import { ascii, concat, hex, u8 } from '../../../src/core/codec/bytes.ts';
import { KEM } from '../../../src/core/codec/format-ids.ts';
import { CoreError } from '../../../src/core/ports/core-error.ts';
import type { SlotKem, SlotKems } from '../../../src/core/ports/ports.ts';
import { labelled, longer } from './labelled-bytes.ts';
import type { OperationRun, Recorder } from './operation-recorder.ts';
import type { KemKey, OperationDevice } from './operation-device.ts';

const kemOfDevice = {
  rsa: { id: KEM.rsaOaepSha256, encLength: 256, isPublic: true },
  ecies: { id: KEM.eciesP256, encLength: 113, isPublic: true },
  aes: { id: KEM.aesKeystore, encLength: 60, isPublic: false },
  prf: { id: KEM.webAuthnPrf, encLength: 20, isPublic: false },
} as const;

export function kemsOf(device: OperationDevice, recorder: Recorder, run: () => OperationRun): SlotKems {
  const kem = slotKem(device, recorder, run);
  return {
    biometric: kem,
    deviceCredential: { ...kem, create: (name) => kem.create(name, { survivesEnrolment: true }) },
  };
}

function slotKem(device: OperationDevice, recorder: Recorder, run: () => OperationRun): SlotKem {
  const { id, encLength, isPublic } = kemOfDevice[device.of.kem];
  const encapsulate = async (name: string, key: KemKey) => {
    const count = key.count++;
    const secret = await labelled('secret', ascii(name), u8(count));
    const enc = await longer('enc', concat(ascii(name), u8(count)), encLength);
    key.secrets.set(hex(enc), secret);
    run().watcher?.onChange?.();
    return { secret: secret.slice(), enc, salt: id === KEM.webAuthnPrf ? run().random(32) : new Uint8Array(0) };
  };
  return {
    kem: id,
    create: async (name, { survivesEnrolment }) => {
      const made = { survivesEnrolment: survivesEnrolment || id === KEM.webAuthnPrf };
      const key: KemKey = { ...made, count: 0, isLive: true, secrets: new Map() };
      await recorder.record({ effect: 'createKemKey', name, ...made }, () => device.kemKeys.set(name, key));
      return encapsulate(name, key);
    },
    ...(isPublic && {
      encapsulate: async (name: string) => {
        const key = liveKey(device, name);
        await recorder.record({ effect: 'encapsulate', name });
        return encapsulate(name, key);
      },
    }),
    decapsulate: async ({ name, enc }) => {
      recorder.assertAlive();
      const secret = liveKey(device, name).secrets.get(hex(enc));
      if (!secret) throw new CoreError('AUTHENTICATION_FAILED', 'it does not decrypt');
      await recorder.record({ effect: 'decapsulate', name, enc: hex(enc) });
      return secret.slice();
    },
    destroy: async (name) => {
      recorder.assertAlive();
      if (!device.kemKeys.get(name)?.isLive) return;
      if (run().keysStick) throw new CoreError('TEMPORARILY_UNAVAILABLE', 'it can not be destroyed now');
      await recorder.record({ effect: 'destroyKemKey', name }, () => device.kemKeys.delete(name));
    },
  };
}

/** @throws CoreError `KEY_MISSING`: also where the system destroyed it, as on iOS */
function liveKey({ kemKeys }: OperationDevice, name: string): KemKey {
  const key = kemKeys.get(name);
  if (!key?.isLive) throw new CoreError('KEY_MISSING', 'no such key');
  return key;
}
