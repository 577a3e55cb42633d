import type { Clock, CorePorts } from '../../core/ports/ports.ts';
import type { PasscodeRules } from '../../definitions/protection.ts';
import type { Presence } from '../presence.ts';
import type { DeviceFacts } from '../vault-service.ts';
import type { PasscodePrompt } from './passcode-prompt.ts';

export interface Lifecycle {
  /** Calls back at once where the app is in the background already. */
  onBackground(callback: () => void): void;
  onForeground(callback: () => void): void;
}

/** Hides the app's content. Both calls may come more than once. */
export interface ScreenCover {
  cover(): void;
  uncover(): void;
}

/** The other tabs that have the same vault. Says only that it was locked. */
export interface LockChannel {
  post(): void;
  onLocked(callback: () => void): void;
}

/** Calls back once, as far as the platform lets it; returns the cancellation. Milliseconds. */
export type Timer = (milliseconds: number, callback: () => void) => () => void;

/** Whether people can be recognised by their biometrics here, in a way that releases a key. */
export interface Biometrics {
  /** There is hardware for it. */
  isSupported(): Promise<boolean>;
  /** It is set up, and a key can be made. */
  isAvailable(): Promise<boolean>;
}

/** The device, apart from any vault. */
export interface PlatformDevice {
  facts(): Promise<DeviceFacts>;
  /** Shows the prompt of a throw-away key, and removes the key. Rejects as a `SlotKem` does. */
  prove(): Promise<void>;
}

/** Where vaults live: the core's ports, and what is around them. */
export interface Platform {
  /** What vault names are separated by: the origin on the web. */
  readonly appId: string;
  readonly ports: CorePorts;
  /** Destroys device keys that belong to no vault any more, where keys can be listed. */
  readonly sweep?: () => Promise<void>;
  /** A new one for each vault, where the ports' clock is not to be trusted for locks. */
  readonly lockClock?: () => Clock;
  readonly passcodeRules: PasscodeRules;
  readonly biometrics: Biometrics;
  readonly device: PlatformDevice;
  readonly prompt: PasscodePrompt;
  readonly lifecycle: Lifecycle;
  /** Absent: nobody can tell, so only what the app reports counts. */
  readonly presence?: Presence;
  readonly screen: ScreenCover;
  readonly timer: Timer;
  readonly channel: (scopeName: string) => LockChannel;
}

/** The ports of one vault. */
export function portsOf({ ports, lockClock }: Pick<Platform, 'ports' | 'lockClock'>): CorePorts {
  return lockClock ? { ...ports, lockClock: lockClock() } : ports;
}
