import { KEM, PRF } from '../../src/core/codec/format-ids.ts';
import type { CorePorts, DeviceFunction, SlotKem } from '../../src/core/ports/ports.ts';
import { webCryptoAead } from '../../src/web/crypto/web-crypto-aead.ts';
import { webCryptoKdf } from '../../src/web/crypto/web-crypto-kdf.ts';
import { fixedAnchorMac, fixedDeviceFunction, fixedKem, type KeyRing } from './fixed-devices.ts';
import { emptyDisk, fixedStores } from './fixed-stores.ts';
import { seededRandom } from './seeded-random.ts';

interface FixedDevice {
  readonly ports: CorePorts;
  readonly ring: KeyRing;
}

/** Every port, deterministic: real AEAD and KDF, keys and storage in the open. */
export function fixedDevice(
  seed: number,
  chosen: { prf?: DeviceFunction['prf']; kem?: SlotKem['kem'] } = {},
): FixedDevice {
  const random = seededRandom(seed);
  const ring: KeyRing = new Map();
  const { anchors, blobs } = fixedStores(emptyDisk());
  const ports: CorePorts = {
    random,
    aead: webCryptoAead(),
    kdf: webCryptoKdf,
    deviceFunction: fixedDeviceFunction(ring, random, chosen.prf ?? PRF.hmac),
    anchorMac: fixedAnchorMac(ring, random),
    kems: {
      biometric: fixedKem(chosen.kem ?? KEM.rsaOaepSha256, random),
      deviceCredential: fixedKem(KEM.eciesP256, random),
    },
    anchors,
    blobs,
    mutex: (_name, task) => task(),
    clock: { now: () => 0 },
  };
  return { ports, ring };
}
