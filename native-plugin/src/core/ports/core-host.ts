import type { Authenticator } from './ports.ts';

/** What the platform does when the vault's lock changes. Called in order; one that throws stops no other. */
export interface CoreHost {
  readonly authenticator: Authenticator;
  onUnlocked(): void;
  onLocked(event: { readonly saved: boolean; readonly timeout: boolean }): void;
  onErased(): void;
  cover(): void;
  uncover(): void;
  /** @param limit milliseconds to wait at most for the app's reaction */
  uncoverWhenAcknowledged(limit: number): void;
}
