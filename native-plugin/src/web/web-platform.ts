import { CoreRegistry } from '../core/core-registry.ts';
import type { VaultStore } from '../core/ports.ts';
import { VaultErrorCodes, type PasscodeRules } from '../definitions.ts';
import { VaultError } from '../vault-error.ts';
import { dialogPrompt } from './dialog-prompt.ts';
import { indexedDbStore } from './indexed-db-store.ts';
import { lockChannel } from './lock-channel.ts';
import { pageLifecycle } from './page-lifecycle.ts';
import { pbkdf2 } from './pbkdf2.ts';
import { WEB_PROTECTION } from './protection.ts';
import { screenCover } from './screen-cover.ts';
import { webClock } from './web-clock.ts';
import { webCryptoSealing } from './web-crypto-sealing.ts';

/**
 * The vaults of this page.
 * @throws VaultError `InsecureContext`, `VaultUnavailable`
 */
export function webPlatform(passcodeRules: PasscodeRules): CoreRegistry {
  if (!globalThis.isSecureContext) {
    const message = 'The vault needs a secure context: serve the page over https, or from localhost.';
    throw new VaultError(VaultErrorCodes.InsecureContext, message);
  }
  if (typeof indexedDB === 'undefined') {
    throw new VaultError(VaultErrorCodes.VaultUnavailable, 'This browser has no IndexedDB.');
  }
  return new CoreRegistry({
    appId: location.origin,
    passcodeRules,
    protection: WEB_PROTECTION,
    clock: webClock,
    store: askingToPersist(indexedDbStore()),
    sealing: webCryptoSealing(pbkdf2),
    prompt: dialogPrompt(),
    lifecycle: pageLifecycle,
    screen: screenCover(),
    channel: lockChannel,
  });
}

/** Once something was stored, the browser is asked not to evict it. It may refuse: then a vault can be gone, as absent. */
function askingToPersist(store: VaultStore): VaultStore {
  let isAsked = false;
  return {
    load: (name) => store.load(name),
    async update(name, change) {
      await store.update(name, change);
      if (isAsked) return;
      isAsked = true;
      if ('storage' in navigator) navigator.storage.persist().catch(() => undefined);
    },
  };
}
