import type { OpenVault } from '../../src/vaults/vault-service.ts';

/** What a listener hears of a vault from now on, in words. */
export function heardOf(vault: OpenVault, words: string[] = [], name = ''): string[] {
  const say = (text: string): void => void words.push(name + text);
  vault.subscribe({
    onLock: ({ saved, timeout }) => say(`locked saved=${saved} timeout=${timeout}`),
    onUnlock: () => say('unlocked'),
    onConfig: () => say('configured'),
    onIdle: (remaining) => say(`idle remaining=${remaining}`),
    onActive: () => say('active'),
  });
  return words;
}
