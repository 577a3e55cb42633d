import type { PasscodeRules, ProtectionReport } from '../definitions.ts';
import type { Bytes, Sealed, Slot, SlotKind } from './record.ts';

/** A moment on both clocks, milliseconds. The wall clock can be set, the monotonic one can sleep. */
export interface Instant {
  readonly wall: number;
  readonly monotonic: number;
}

export interface Clock {
  now(): Instant;
  /** Calls back once, as far as the platform lets it; returns the cancellation. */
  after(milliseconds: number, callback: () => void): () => void;
}

/** Durable storage of one record a vault. */
export interface VaultStore {
  /** What is stored, unparsed; `undefined` only when there is definitely nothing. */
  load(name: string): Promise<unknown>;
  /**
   * Read, decide, write: one atomic, durable transaction. `change` returns the new record,
   * or `undefined` to delete; when it throws, nothing is written and its error is passed on.
   */
  update(name: string, change: (stored: unknown) => unknown): Promise<void>;
}

/** An opened data key. Only the {@link Sealing} that made it can use it; it has no readable bytes. */
export interface DataKey {
  readonly kind: SlotKind;
  readonly slotId: Bytes;
}

/** What a wrapped key is tied to. */
export interface SlotBinding {
  readonly vaultId: Bytes;
  readonly scope: Bytes;
}

export interface NewSlot {
  readonly kind: SlotKind;
  /** Normalised; only for `appPasscode`. */
  readonly passcode?: Bytes;
}

/** All cryptography of the core. */
export interface Sealing {
  randomBytes(length: number): Bytes;
  digest(data: Bytes): Promise<Bytes>;
  /** A fresh data key, and the slot that opens it under fresh keys. Rejects `PolicyNotMet`. */
  createSlot(binding: SlotBinding, request: NewSlot): Promise<{ slot: Slot; key: DataKey }>;
  /** Whether the slot has a device key this can work with; one without is damage, not a wrong passcode. */
  isUsable(slot: Slot): boolean;
  /** `undefined`: refused, that is, the wrong passcode. */
  openSlot(binding: SlotBinding, slot: Slot, passcode?: Bytes): Promise<DataKey | undefined>;
  /** Always under a fresh random nonce. */
  seal(key: DataKey, plaintext: Bytes, additionalData: Bytes): Promise<Sealed>;
  /** `undefined`: not what was sealed. */
  open(key: DataKey, sealed: Sealed, additionalData: Bytes): Promise<Bytes | undefined>;
}

/** The built-in prompt. One is shown at a time. */
export interface PasscodePrompt {
  /** Asks until `submit` returns no complaint. `false`: the user cancelled. Rejects what `submit` rejects with. */
  enter(submit: (passcode: string) => Promise<string | undefined>): Promise<boolean>;
  /** Asks for a new passcode, twice. `undefined`: the user cancelled. */
  choose(complaint: (passcode: string) => string | undefined): Promise<string | undefined>;
}

export interface Lifecycle {
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

/** Everything the core needs from where it runs. */
export interface Ports {
  /** What vault names are separated by: the origin on the web. */
  readonly appId: string;
  readonly passcodeRules: PasscodeRules;
  readonly protection: Readonly<Record<SlotKind | 'memory', ProtectionReport>>;
  readonly clock: Clock;
  readonly store: VaultStore;
  readonly sealing: Sealing;
  readonly prompt: PasscodePrompt;
  readonly lifecycle: Lifecycle;
  readonly screen: ScreenCover;
  readonly channel: (vaultName: string) => LockChannel;
}
