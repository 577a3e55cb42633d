import { isVaultError, VaultError, VaultErrorCodes } from '../../definitions/errors.ts';
import { hello, PROTOCOLS, spoken, type Hello } from './hello.ts';
import type { NativePlugin } from './native-plugin.ts';
import { rejection, vaultErrorOf } from './refusal.ts';

/**
 * Agrees with native on a version. BRIDGE.md §3.
 * @param limit calls back when it takes too long; returns the cancellation
 * @throws VaultError `VaultUnavailable`, `PolicyNotMet`
 */
export async function greet(plugin: NativePlugin, limit: (late: () => void) => () => void): Promise<Hello> {
  let cancel: () => void = () => undefined;
  const late = new Promise<never>((_, reject) => {
    cancel = limit(() => reject(unavailable('The native part does not answer.')));
  });
  try {
    return hello(await Promise.race([plugin.hello({ protocols: PROTOCOLS }), late]), 'hello');
  } catch (error) {
    throw isVaultError(error) ? error : refused(error);
  } finally {
    cancel();
  }
}

function refused(error: unknown): VaultError {
  const { code, data } = rejection(error);
  if (code === 'BridgeProtocol') return otherVersion(data);
  return vaultErrorOf(code, code === 'PolicyNotMet' ? 'BRIDGE_LOGGING' : undefined);
}

function otherVersion(data: unknown): VaultError {
  const native = spoken(data, 'hello.data').protocols.join(', ');
  return unavailable(
    `The native part in this app speaks version ${native} of the bridge, its JavaScript version ${PROTOCOLS.join(', ')}. ` +
      'Run "npx cap sync", and build the app again; a live update must fit the app it is for. Nothing is stored.',
  );
}

function unavailable(message: string): VaultError {
  return new VaultError(VaultErrorCodes.VaultUnavailable, message);
}
