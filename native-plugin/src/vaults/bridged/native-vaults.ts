import { Capacitor, registerPlugin } from '@capacitor/core';
import { VaultError, VaultErrorCodes } from '../../definitions/errors.ts';
import type { Presence } from '../presence.ts';
import { BridgedVaults } from './bridged-vaults.ts';
import { greet } from './greet.ts';
import { PLUGIN_NAME, type NativePlugin } from './native-plugin.ts';

let registered: NativePlugin | undefined;

/**
 * The vaults of this app's native part.
 * @throws VaultError `VaultUnavailable`: there is none, it is of another version, or it doesn't answer; `PolicyNotMet`:
 * this build logs every call
 */
export async function nativeVaults(presence?: Presence): Promise<BridgedVaults> {
  if (!Capacitor.isPluginAvailable(PLUGIN_NAME)) throw absent();
  registered ??= registerPlugin<NativePlugin>(PLUGIN_NAME);
  const plugin = registered;
  // Capacitor's proxy has a method of every name, `then` too: it must never be what a promise gives.
  const doors: NativePlugin = {
    hello: (message) => plugin.hello(message),
    call: (message) => plugin.call(message),
  };
  return new BridgedVaults(doors, await greet(doors, limit), presence);
}

// Never the web implementation instead: an app inside a native shell expects the device's protection.
function absent(): VaultError {
  const message =
    `This app has no native part of capacitor-identity-vault for ${Capacitor.getPlatform()}. ` +
    'Run "npx cap sync", and build the app again. Nothing is stored.';
  return new VaultError(VaultErrorCodes.VaultUnavailable, message);
}

/** A plugin that fails to load is never heard of. Milliseconds. */
const LIMIT = 10_000;

function limit(late: () => void): () => void {
  // eslint-disable-next-line no-restricted-globals -- before native has answered there is no platform to ask for a timer
  const timer = setTimeout(late, LIMIT);
  return () => clearTimeout(timer);
}
