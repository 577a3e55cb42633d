import { ascii, hex, type Bytes } from '../../../src/core/codec/bytes.ts';
import { PRF } from '../../../src/core/codec/format-ids.ts';
import { CoreError } from '../../../src/core/ports/core-error.ts';
import type { CorePorts, DeviceKeys, Kdf } from '../../../src/core/ports/ports.ts';
import { webCryptoAead } from '../../../src/web/crypto/web-crypto-aead.ts';
import { webCryptoKdf } from '../../../src/web/crypto/web-crypto-kdf.ts';
import { hmacSha256 } from '../fixed-devices.ts';
import { labelled } from './labelled-bytes.ts';
import type { OperationDevice } from './operation-device.ts';
import { kemsOf } from './operation-kems.ts';
import { recorderOf, type OperationRun, type Recorder } from './operation-recorder.ts';
import { storesOf } from './operation-stores.ts';

/** Ports of a process on this device. `run` is the step that goes on now; {@link recorderOf} has `turns`. */
export function operationPorts(device: OperationDevice, run: () => OperationRun, turns: number): CorePorts {
  const recorder = recorderOf(run, turns);
  const keys = deviceKeys(device, recorder, run);
  const sign = async (name: string, data: Bytes) => hmacSha256(keyOf(device, name), data);
  const stores = storesOf(device, recorder);
  return {
    random: { bytes: (length) => run().random(length) },
    aead: webCryptoAead(),
    kdf: rememberingKdf,
    deviceFunction: {
      ...keys,
      prf: PRF.hmac,
      evaluate: async (name, input) => {
        recorder.assertAlive();
        const output = await sign(name, input);
        if (run().countsEvaluations) await recorder.record({ effect: 'evaluate', name, input: hex(input) });
        return output;
      },
    },
    anchorMac: { ...keys, mac: sign },
    kems: kemsOf(device, recorder, run),
    ...stores,
    mutex: (_name, task) => task(),
    clock: { now: () => run().now },
  };
}

/** @throws CoreError `KEY_MISSING` */
function keyOf({ keys }: OperationDevice, name: string): Bytes {
  const key = keys.get(name);
  if (!key) throw new CoreError('KEY_MISSING', 'no such key');
  return key;
}

function deviceKeys(device: OperationDevice, recorder: Recorder, run: () => OperationRun): DeviceKeys {
  return {
    create: async (name) => {
      const key = await labelled('key', ascii(name));
      await recorder.record({ effect: 'createKey', name }, () => device.keys.set(name, key));
    },
    exists: (name) => {
      recorder.assertAlive();
      return Promise.resolve(device.keys.has(name));
    },
    destroy: async (name) => {
      recorder.assertAlive();
      if (!device.keys.has(name)) return;
      if (run().keysStick) throw new CoreError('TEMPORARILY_UNAVAILABLE', 'it can not be destroyed now');
      await recorder.record({ effect: 'destroyKey', name }, () => device.keys.delete(name));
    },
  };
}

const derived = new Map<string, Promise<Bytes>>();

/** Real PBKDF2, once for each passcode and salt: a killed story is told again from its start. */
const rememberingKdf: Kdf = {
  derive: async (passcode, salt, iterations) => {
    const asked = `${hex(passcode)} ${hex(salt)} ${String(iterations)}`;
    const secret = derived.get(asked) ?? webCryptoKdf.derive(passcode, salt, iterations);
    derived.set(asked, secret);
    return (await secret).slice();
  },
};
