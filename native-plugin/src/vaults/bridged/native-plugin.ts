import type { CallMessage } from './call-message.ts';
import type { HelloMessage } from './hello.ts';

/** The name under which both platforms register the plugin. BRIDGE.md §1. */
export const PLUGIN_NAME = 'CapacitorIdentityVault';

/**
 * The native part as JavaScript sees it: two doors, no listeners. What they answer is checked before it is believed.
 * A rejection has Capacitor's shape: `code`, and `data` as BRIDGE.md §6 says.
 */
export interface NativePlugin {
  hello(message: HelloMessage): Promise<unknown>;
  call(message: CallMessage): Promise<unknown>;
}
