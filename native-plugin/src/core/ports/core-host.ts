import type { Authenticator } from './ports.ts';

/** What the platform does when the vault's lock changes. Called in order; one that throws stops no other. */
export interface CoreHost {
  readonly authenticator: Authenticator;
  onUnlocked(): void;
  onLocked(event: { readonly saved: boolean; readonly timeout: boolean }): void;
  onErased(): void;
  /** Nobody was there for so long that the vault locks in this many milliseconds; and somebody is there after all. */
  onIdle?(remaining: number): void;
  onActive?(): void;
  /** Calls back once after this time, in place of what it was asked before; `null`: nothing to wait for. Late is no harm. */
  wakeIn(milliseconds: number | null, wake: () => void): void;
  cover(): void;
  uncover(): void;
  /** @param limit milliseconds to wait at most for the app's reaction */
  uncoverWhenAcknowledged(limit: number): void;
}
