import type { AuthService } from '../auth-service.ts';
import type { Descriptor } from '../format-words.ts';
import type { Presence } from '../presence.ts';
import type { Settings } from '../settings.ts';
import type { DeviceService, OpenVault, VaultListener, VaultService } from '../vault-service.ts';
import { BridgedAuth } from './bridged-auth.ts';
import { BridgedDevice } from './bridged-device.ts';
import { BridgedVault } from './bridged-vault.ts';
import { EventFeed } from './event-feed.ts';
import type { Hello } from './hello.ts';
import { NativeCalls } from './native-calls.ts';
import { NativeLink, resultOf } from './native-link.ts';
import type { NativePlugin } from './native-plugin.ts';
import { sendableSettings, wellFormed } from './sendable.ts';
import type { VaultEvent } from './vault-event.ts';

/** The vaults that native code runs, behind the bridge of BRIDGE.md. */
export class BridgedVaults implements VaultService {
  readonly device: DeviceService;
  readonly auth: AuthService;
  readonly #link: NativeLink;
  readonly #calls: NativeCalls;
  readonly #vaults = new Map<string, BridgedVault>();
  readonly #presence: Presence | undefined;

  /** Hears of events from now on. @param hello native's answer, checked */
  constructor(plugin: NativePlugin, hello: Hello, presence?: Presence) {
    this.#presence = presence;
    this.#link = new NativeLink(plugin, hello);
    const feed = new EventFeed(
      {
        next: async (after) => resultOf(await this.#link.send('events', { after })),
        tell: (event) => this.#tell(event),
        onLost: () => this.#lockEverywhere(),
      },
      hello.events,
    );
    this.#calls = new NativeCalls(this.#link, feed);
    this.device = new BridgedDevice(this.#calls);
    this.auth = new BridgedAuth(this.#calls);
  }

  async open(descriptor: Descriptor, settings: Settings): Promise<OpenVault> {
    const named = sendableDescriptor(descriptor);
    const id = await this.#calls.call('open', { descriptor: named, settings: sendableSettings(settings) });
    const vault = this.#vaults.get(id) ?? new BridgedVault(id, this.#calls, this.#presence);
    this.#vaults.set(id, vault);
    vault.watch(settings);
    return vault;
  }

  #tell(event: VaultEvent): void {
    const reactions = this.#vaults.get(event.vault)?.tell(eventFor(event)) ?? [];
    void this.#acknowledge(event.number, reactions);
  }

  /** Native waits for it at most 2 s, so a failure of this call does no harm. */
  async #acknowledge(event: number, reactions: readonly unknown[]): Promise<void> {
    for (const outcome of await Promise.allSettled(reactions)) {
      // The app's own failure stays visible.
      if (outcome.status === 'rejected') void Promise.reject(outcome.reason as Error);
    }
    await this.#link.send('acknowledge', { event }).catch(() => undefined);
  }

  /** An app that leaves a page too often is asked to unlock once more; one that stays shows what it must not. */
  #lockEverywhere(): void {
    for (const vault of this.#vaults.values()) {
      vault.tell((listener) => listener.onLock({ saved: true, timeout: false }));
      vault.tell((listener) => listener.onConfig());
    }
  }
}

function eventFor({
  type,
  saved = true,
  timeout = false,
  remaining = 0,
}: VaultEvent): (listener: VaultListener) => unknown {
  switch (type) {
    case 'locked':
      return (listener) => listener.onLock({ saved, timeout });
    case 'unlocked':
      return (listener) => listener.onUnlock();
    case 'configured':
      return (listener) => listener.onConfig();
    case 'idle':
      return (listener) => listener.onIdle?.(remaining);
    case 'active':
      return (listener) => listener.onActive?.();
  }
}

function sendableDescriptor(descriptor: Descriptor): Descriptor {
  if ('key' in descriptor) {
    wellFormed(descriptor.key);
    return { key: descriptor.key };
  }
  const { vaultName, username } = descriptor;
  wellFormed(vaultName, username);
  return { vaultName, username };
}
