import type { Bytes } from '../codec/bytes.ts';
import type { Kem, Kind, Prf } from '../codec/format-ids.ts';
import type { CoreError } from './core-error.ts';

/** Cryptographic randomness. */
export interface Random {
  bytes(length: number): Bytes;
}

declare const kek: unique symbol;
declare const dek: unique symbol;
declare const macKey: unique symbol;

/** A handle on the key that wraps a slot's data key. Only the {@link Aead} that made it can use it. */
export interface Kek {
  readonly [kek]: true;
}

/** A handle on the data key. Has no readable bytes. */
export interface Dek {
  readonly [dek]: true;
}

/** A handle on an anchor key. Only the {@link AnchorMac} of the same platform can use it. */
export interface MacKey {
  readonly [macKey]: true;
}

export interface Binding {
  readonly nonce: Bytes;
  readonly aad: Bytes;
}

export interface HkdfInput {
  readonly secret: Bytes;
  readonly salt: Bytes;
  readonly info: Bytes;
}

/** Suite 1: AES-256-GCM, HKDF-SHA-256, SHA-256. FORMAT.md §6.3. */
export interface Aead {
  digest(data: Bytes): Promise<Bytes>;
  deriveKek(input: HkdfInput): Promise<Kek>;
  importDek(bytes: Bytes): Promise<Dek>;
  /** @param dek the raw data key: only its creator has it, and only while it makes the slots */
  wrap(kek: Kek, dek: Bytes, binding: Binding): Promise<Bytes>;
  /** `undefined`: the tag does not verify. */
  unwrap(kek: Kek, wrapped: Bytes, binding: Binding): Promise<Dek | undefined>;
  /**
   * The raw data key, to wrap it for another slot. Absent where keys can't be read (WebCrypto): there a
   * re-key that would need it is refused.
   */
  dekBytes?(dek: Dek): Bytes;
  /** @param salt of the payload key: the vault id */
  seal(dek: Dek, plaintext: Bytes, binding: Binding & { readonly salt: Bytes }): Promise<Bytes>;
  /** `undefined`: the tag does not verify. */
  open(dek: Dek, ciphertext: Bytes, binding: Binding & { readonly salt: Bytes }): Promise<Bytes | undefined>;
}

/** PBKDF2-HMAC-SHA-256, 32 bytes. Injected, so that tests can count and speed up what no export reaches. */
export interface Kdf {
  derive(passcode: Bytes, salt: Bytes, iterations: number): Promise<Bytes>;
}

/** Keys of this device, by name. FORMAT.md §17 has the names. */
export interface DeviceKeys {
  create(name: string): Promise<void>;
  /** `false` only when it is definitely not there. Rejects `TEMPORARILY_UNAVAILABLE`. */
  exists(name: string): Promise<boolean>;
  /** Succeeds when there is none. */
  destroy(name: string): Promise<void>;
}

/** F of FORMAT.md §6.2. One evaluation is one operation on this device. */
export interface DeviceFunction extends DeviceKeys {
  /** Of the keys that are made from now on. */
  readonly prf: Prf;
  /**
   * @param prf what the slot asks for, which may be older than what is made now
   * Rejects `KEY_MISSING`, `DEVICE_FUNCTION_FAILED` (the key can't do this one, too), `TEMPORARILY_UNAVAILABLE`.
   */
  evaluate(name: string, input: Bytes, prf: Prf): Promise<Bytes>;
}

/** HMAC-SHA-256 with a key of this device: authenticates the anchor. */
export interface AnchorMac extends DeviceKeys {
  /**
   * @param key its name, or the key itself where it was read together with the anchor
   * Rejects `KEY_MISSING`: only when it is definitely not there; `TEMPORARILY_UNAVAILABLE`.
   */
  mac(key: string | MacKey, data: Bytes): Promise<Bytes>;
}

/** What a slot's KEM has to know of the slot. */
interface KemInput {
  readonly name: string;
  readonly salt: Bytes;
  readonly enc: Bytes;
}

/** A fresh secret, and what decrypts to it. */
interface Encapsulated {
  readonly secret: Bytes;
  readonly enc: Bytes;
  readonly salt: Bytes;
}

interface KemKeyOptions {
  /** Whoever is enrolled later may use it, too; else enrolling someone destroys it, where the system can do that. */
  readonly survivesEnrolment: boolean;
}

/**
 * The key of a biometric or deviceCredential slot. The secret is released only by decrypting, so
 * whatever prompt that needs is shown by {@link decapsulate}.
 */
export interface SlotKem {
  readonly kem: Exclude<Kem, 0>;
  /** Its prompt can't tell a cancellation from a key that is gone: the vault's other way is offered then. */
  readonly cancelOffersOther?: boolean;
  /** A new device key under this name. Rejects `POLICY_NOT_MET`, `USER_CANCELED`. */
  create(name: string, options: KemKeyOptions): Promise<Encapsulated>;
  /** Under the key that is there, without a prompt; absent where the KEM has no public key. */
  encapsulate?(name: string): Promise<Encapsulated>;
  /** Rejects `USER_CANCELED`, `LOCKED_OUT`, `KEY_INVALIDATED`, `KEY_MISSING`, `AUTHENTICATION_FAILED`, … */
  decapsulate(input: KemInput): Promise<Bytes>;
  destroy(name: string): Promise<void>;
}

/** How people are asked. The prompts of a {@link SlotKem} are its own. */
export interface Authenticator {
  /**
   * Shows the passcode prompt until something entered was right, or the person gave up.
   *
   * @param submit tries what was entered, and is not called for an empty entry. Resolves with the reason why another
   * try makes sense, `undefined` when the vault is open; rejects with what ends the prompt, which is passed on.
   * @returns `false`: the person gave up
   */
  enterPasscode(submit: (passcode: string) => Promise<CoreError | undefined>): Promise<boolean>;
}

/** The envelope that the stored one took the place of. */
interface FormerBlobs {
  /** `undefined` only when there is definitely none. Rejects `TEMPORARILY_UNAVAILABLE`. */
  read(name: string): Promise<Bytes | undefined>;
  /** What is stored becomes the former one, too. */
  keep(name: string): Promise<void>;
  /** The former one becomes what is stored, too. */
  restore(name: string): Promise<void>;
}

/** Envelopes by name. Every write is durable and atomic when it resolves. */
export interface BlobStore {
  /** `undefined` only when there is definitely nothing. Rejects `TEMPORARILY_UNAVAILABLE`. */
  read(name: string): Promise<Bytes | undefined>;
  write(name: string, bytes: Bytes): Promise<void>;
  /** The former one first. */
  remove(name: string): Promise<void>;
  /** Where anchors are in another store, which may lose its last writes when the power fails. FORMAT.md §10.1. */
  readonly former?: FormerBlobs;
}

/** Anchors by name. */
export interface AnchorStore {
  read(name: string): Promise<Bytes | undefined>;
  /** Writes (or, with `undefined`, removes) if what is stored equals `expected`; else `false`, and nothing is written. */
  replace(name: string, expected: Bytes | undefined, next: Bytes | undefined): Promise<boolean>;
  /** Removes whatever there is. */
  remove(name: string): Promise<void>;
}

/** What one transaction of a {@link JointStore} writes. */
interface Commit {
  readonly expected: Bytes | undefined;
  readonly anchor: Bytes;
  readonly envelope: Bytes;
}

/** What one transaction of a {@link JointStore} reads. */
export interface Stored {
  readonly anchor: Bytes | undefined;
  readonly envelope: Bytes | undefined;
}

/** And the anchor key as it was at the same moment. Absent: it is asked for by its name. */
interface StoredWithKey extends Stored {
  readonly key?: MacKey | undefined;
}

/** Both records of a vault that is there. */
export interface Records {
  readonly anchor: Bytes;
  readonly envelope: Bytes;
}

/** Both in one transaction, where the platform has that: web. */
export interface JointStore {
  /**
   * Both as they were at one moment: read one by one, another tab's commit may come between.
   * @param anchorKey the name of the key to read with them
   */
  read(name: string, anchorKey?: string): Promise<StoredWithKey>;
  /** Whether exactly these are stored, as of one moment. */
  holds(name: string, records: Records): Promise<boolean>;
  /** Takes a claim away, too. `false`: the anchor was not `expected`, and nothing is written. */
  commit(name: string, commit: Commit): Promise<boolean>;
  /** {@link commit} of who has no turn. `false`: not exactly `expected` was stored, or it was claimed; nothing is written. */
  replace(name: string, expected: Records, next: Records): Promise<boolean>;
  /** Until the next {@link commit} nothing is {@link replace}d: whoever has the turn is not overtaken. Need not be durable. */
  claim(name: string): Promise<void>;
}

export interface Clock {
  /** Milliseconds since boot, sleep included, comparable across processes; on the web the wall clock. */
  now(): number;
}

/**
 * Keeps operations on one vault apart, also those of other processes that share its storage. Rejects
 * `TEMPORARILY_UNAVAILABLE`: somebody keeps it for too long; the task was not begun.
 */
export type Mutex = <T>(name: string, task: () => Promise<T>) => Promise<T>;

export interface SlotKems {
  readonly biometric?: SlotKem;
  readonly deviceCredential?: SlotKem;
}

/** The kinds of slots that a {@link SlotKem} opens. */
export type KemKind = Extract<Kind, 1 | 2>;

/** Everything the core needs from where it runs. */
export interface CorePorts {
  readonly random: Random;
  readonly aead: Aead;
  readonly kdf: Kdf;
  readonly deviceFunction: DeviceFunction;
  readonly anchorMac: AnchorMac;
  readonly kems: SlotKems;
  readonly blobs: BlobStore;
  readonly anchors: AnchorStore;
  readonly joint?: JointStore;
  /** Absent where other processes can't be kept apart: there are no passcode slots then. */
  readonly mutex?: Mutex;
  readonly clock: Clock;
  /** For locks, where one clock is not to be trusted alone: browsers. Absent: {@link clock}. */
  readonly lockClock?: Clock;
}
