import { Capacitor } from '@capacitor/core';
import { VaultError, VaultErrorCodes } from '../definitions/errors.ts';
import type { PasscodeRules } from '../definitions/protection.ts';
import type { VaultService } from './vault-service.ts';

let chosen: (() => VaultService) | undefined;
let web: Promise<VaultService> | undefined;

/** The vaults of the platform this runs on: the one a test chose, native, or the web (loaded when first needed). */
export function currentService(): Promise<VaultService> {
  if (chosen) return Promise.resolve(chosen());
  return Capacitor.isNativePlatform() ? refuseNative() : loadWeb();
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

// Never the web implementation instead: an app inside a native shell expects the device's protection.
function refuseNative(): Promise<never> {
  const message = `capacitor-identity-vault has no native part for ${Capacitor.getPlatform()} yet. Nothing is stored.`;
  return Promise.reject(new VaultError(VaultErrorCodes.VaultUnavailable, message));
}

function loadWeb(): Promise<VaultService> {
  web ??= import('../web/web-vaults.ts')
    .then(({ webVaults }) => webVaults(passcodeRules()))
    .catch((error: unknown) => {
      // A chunk that failed to load can be tried again.
      web = undefined;
      throw error;
    });
  return web;
}
