import type { JointStore, SlotKem } from '../core/ports/ports.ts';
import { VaultError, VaultErrorCodes } from '../definitions/errors.ts';
import type { PasscodeRules } from '../definitions/protection.ts';
import { LocalVaults } from '../vaults/local/local-vaults.ts';
import type { Platform } from '../vaults/local/platform.ts';
import { webCryptoAead } from './crypto/web-crypto-aead.ts';
import { webCryptoAnchorMac, webCryptoDeviceFunction } from './crypto/web-crypto-hmac.ts';
import { webCryptoKdf } from './crypto/web-crypto-kdf.ts';
import { webCryptoRandom } from './crypto/web-crypto-random.ts';
import { dialogPrompt } from './passcode-prompt/dialog-prompt.ts';
import { idv1Database, type Idv1Database } from './idv1-database.ts';
import { lockChannel } from './lock-channel.ts';
import { pageLifecycle } from './page-lifecycle.ts';
import { pagePresence } from './page-presence.ts';
import { screenCover } from './screen-cover.ts';
import { webAuthnPrf } from './web-authn-prf.ts';
import { webBiometrics } from './web-biometrics.ts';
import { lockClock, wallClock, webTimer } from './web-clock.ts';
import { webDevice } from './web-device.ts';
import { webMutex } from './web-mutex.ts';

/**
 * The vaults of this page.
 * @throws VaultError `InsecureContext`, `VaultUnavailable`
 */
export function webVaults(passcodeRules: PasscodeRules): LocalVaults {
  if (!globalThis.isSecureContext) {
    const message = 'The vault needs a secure context: serve the page over https, or from localhost.';
    throw new VaultError(VaultErrorCodes.InsecureContext, message);
  }
  if (typeof indexedDB === 'undefined') {
    throw new VaultError(VaultErrorCodes.VaultUnavailable, 'This browser has no IndexedDB.');
  }
  const biometrics = webBiometrics();
  const passkeys = webAuthnPrf(biometrics);
  const database = idv1Database();
  return new LocalVaults({
    appId: location.origin,
    ports: webPorts(database, passkeys),
    sweep: () => sweep(database),
    lockClock,
    passcodeRules,
    biometrics,
    device: webDevice(biometrics, passkeys),
    prompt: dialogPrompt(),
    lifecycle: pageLifecycle,
    presence: pagePresence,
    screen: screenCover(),
    timer: webTimer,
    channel: lockChannel,
  });
}

/** Without Web Locks nobody could tell a key that is left over from one that is being made. */
async function sweep({ anchors, keys, names }: Idv1Database): Promise<void> {
  if (!('locks' in navigator)) return;
  const { sweepKeys } = await import('../core/store/sweep-keys.ts');
  await sweepKeys({
    anchorMac: webCryptoAnchorMac(keys),
    mutex: webMutex,
    anchorNames: names.vaults,
    readAnchor: (name) => anchors.read(name),
    keyNames: names.keys,
    destroyKey: (name) => keys.remove(name),
  });
}

function webPorts({ anchors, blobs, joint, keys }: Idv1Database, passkeys: SlotKem): Platform['ports'] {
  return {
    random: webCryptoRandom,
    aead: webCryptoAead(),
    kdf: webCryptoKdf,
    deviceFunction: webCryptoDeviceFunction(keys),
    anchorMac: webCryptoAnchorMac(keys),
    kems: { biometric: passkeys },
    anchors,
    blobs,
    joint: askingToPersist(joint),
    // Without Web Locks two tabs may collide; then one of them hears CONFLICT, and there are no passcode slots.
    ...('locks' in navigator && { mutex: webMutex }),
    clock: wallClock,
  };
}

/** Once something was stored, the browser is asked not to evict it. It may refuse: then a vault can be gone, as absent. */
function askingToPersist(joint: JointStore): JointStore {
  let isAsked = false;
  return {
    ...joint,
    async commit(name, commit) {
      const isCommitted = await joint.commit(name, commit);
      if (!isAsked && 'storage' in navigator) navigator.storage.persist().catch(() => undefined);
      isAsked = true;
      return isCommitted;
    },
  };
}
