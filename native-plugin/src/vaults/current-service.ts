import { Capacitor } from '@capacitor/core';
import type { PasscodeRules } from '../definitions/protection.ts';
import type { VaultService } from './vault-service.ts';

let chosen: (() => VaultService) | undefined;

const native = whenNeeded(async () => {
  const { nativeVaults } = await import('./bridged/native-vaults.ts');
  const { pagePresence } = await import('../web/page-presence.ts');
  return nativeVaults(pagePresence);
});
const web = whenNeeded(() => import('../web/web-vaults.ts').then(({ webVaults }) => webVaults(passcodeRules())));

/** The vaults of the platform this runs on: the one a test chose, native, or the web. */
export function currentService(): Promise<VaultService> {
  if (chosen) return Promise.resolve(chosen());
  return Capacitor.isNativePlatform() ? native() : web();
}

/** For `/testing`: where vaults opened from now on live; `undefined` = the real platform. */
export function chooseService(service: (() => VaultService) | undefined): void {
  chosen = service;
}

/**
 * What a new passcode must be here, for an app that asks for it itself: a custom prompt should
 * refuse what the vault would. A browser's storage can be copied and tried offline, so the web asks for more.
 */
export function passcodeRules(): PasscodeRules {
  return { minLength: Capacitor.isNativePlatform() ? 4 : 8, maxLength: 128 };
}

/** Loaded once; what failed, as a chunk that did not arrive, can be tried again. */
function whenNeeded(load: () => Promise<VaultService>): () => Promise<VaultService> {
  let loaded: Promise<VaultService> | undefined;
  return () => {
    loaded ??= load().catch((error: unknown) => {
      loaded = undefined;
      throw error;
    });
    return loaded;
  };
}
