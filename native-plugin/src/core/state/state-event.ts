import type { Enrolment } from '../codec/format-ids.ts';
import type { CoreErrorCode } from '../ports/core-error.ts';
import type { Custody, LockSettings } from './lock-state.ts';

/** What happened. Each event first judges what is due at its moment. */
export type StateEvent = { readonly now: number } & (
  | { readonly type: 'tick' }
  /** Storage was looked at after the process started, or after another one wrote. */
  | { readonly type: 'found'; readonly vault: 'absent' | 'stored' | 'open' }
  /** A vault was created or replaced: it is unlocked. */
  | { readonly type: 'created'; readonly custody: Custody }
  | { readonly type: 'erased' }
  /** Loading failed; erases nothing. `NOT_FOUND`, `TOO_MANY_ATTEMPTS`: the stored vault turned out to be gone. */
  | { readonly type: 'damaged'; readonly code: CoreErrorCode }
  /** Somebody is there: a touch, a key, a request. */
  | { readonly type: 'activity' }
  | { readonly type: 'configure'; readonly settings: LockSettings }
  /** Still on the screen, but not in use; and in use again. Locks nothing. */
  | { readonly type: 'deactivate' }
  | { readonly type: 'activate' }
  | { readonly type: 'pause' }
  | { readonly type: 'resume' }
  /** `lockOut`. */
  | { readonly type: 'lock' }
  /** @see automatic: nobody asked for it, such as an unlock on access */
  | { readonly type: 'unlock'; readonly caller: string; readonly automatic: boolean }
  /** A slot was opened without a prompt, such as with a passcode that the app passed in. */
  | { readonly type: 'opened'; readonly epoch: number }
  /** An own prompt that does not authenticate, such as for a new passcode. */
  | { readonly type: 'promptBegin' }
  | PromptEnd
  | { readonly type: 'leaseBegin'; readonly id: string; readonly names: readonly string[] }
  /** `unchanged`: what the lease names is stored as it was when the lease was granted, under the same data key. */
  | { readonly type: 'leaseWrite'; readonly id: string; readonly names: readonly string[]; readonly unchanged: boolean }
  /** The refresh failed: nothing will be written. */
  | { readonly type: 'leaseEnd'; readonly id: string }
);

export interface PromptEnd {
  readonly type: 'promptEnd';
  /** `ok`: a slot was opened. `done`: a prompt that does not authenticate was answered. */
  readonly outcome: 'ok' | 'done' | CoreErrorCode;
  /** With `KEY_INVALIDATED`: the vault's policy. */
  readonly enrolment?: Enrolment;
  /** With `LOCKED_OUT`: configured to erase, and no other slot. */
  readonly erases?: boolean;
}

/** What is to be done about it, in this order. */
export type StateEffect =
  | { readonly type: 'showPrompt' }
  | { readonly type: 'resolve'; readonly callers: readonly string[] }
  | { readonly type: 'reject'; readonly callers: readonly string[]; readonly code: CoreErrorCode }
  /** Forget the data key, or the values of a vault in memory. */
  | { readonly type: 'dropKey' }
  /** Forget what was opened too late; an open lease keeps its key. */
  | { readonly type: 'dropOpened' }
  /** What was opened was in time: from now on it is what is held. */
  | { readonly type: 'keepOpened' }
  | { readonly type: 'markSlotDead' }
  | { readonly type: 'erase' }
  | { readonly type: 'notifyUnlocked' }
  | { readonly type: 'notifyLocked'; readonly saved: boolean; readonly timeout: boolean }
  | { readonly type: 'notifyErased' }
  /** The idle lock comes in so many milliseconds. */
  | { readonly type: 'notifyIdle'; readonly remaining: number }
  /** Somebody is there after all. */
  | { readonly type: 'notifyActive' }
  | { readonly type: 'cover' }
  | { readonly type: 'uncover' }
  /** The app gets the chance to leave the page before anyone sees it. */
  | { readonly type: 'uncoverWhenAcknowledged'; readonly limit: number }
  | { readonly type: 'grantLease'; readonly id: string }
  | { readonly type: 'denyLease'; readonly id: string; readonly code: CoreErrorCode }
  | { readonly type: 'writeWithLease'; readonly id: string };
