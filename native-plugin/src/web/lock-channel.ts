import type { LockChannel } from '../vaults/local/platform.ts';

/** One channel a vault; without `BroadcastChannel` every tab is on its own. */
export function lockChannel(vaultName: string): LockChannel {
  if (typeof BroadcastChannel === 'undefined') return { post: () => undefined, onLocked: () => undefined };

  const channel = new BroadcastChannel(`capacitor-identity-vault:${vaultName}`);
  return {
    post: () => channel.postMessage('locked'),
    onLocked(callback) {
      channel.addEventListener('message', ({ data }) => {
        if (data === 'locked') callback();
      });
    },
  };
}
