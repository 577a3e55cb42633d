import type {
  BiometricPermissionState,
  BiometricPromptConfig,
  BiometricSecurityStrength,
} from '../definitions/device.ts';
import type { SupportedBiometricType } from '../definitions/device.ts';
import type { ProtectionReport } from '../definitions/protection.ts';
import type { LockEvent } from '../definitions/v4.ts';
import type { AuthService } from './auth-service.ts';
import type { Descriptor, Kind, Mode } from './format-words.ts';
import type { Settings } from './settings.ts';

/**
 * The seam under both API generations: all that they know of where vaults live. On the web and in tests vaults are run
 * by this process; on iOS and Android they are run by native code, behind a bridge (BRIDGE.md). So every call is asynchronous,
 * takes and gives plain data, and rejects with `VaultError`.
 */
export interface VaultService {
  readonly device: DeviceService;
  /** Only where native code runs the vaults: on the web the page itself goes to a provider. */
  readonly auth?: AuthService;
  /**
   * Every handle of one descriptor gets the same object: one key, one prompt, one lock. The latest settings win for all of
   * them. Rejects `InvalidArguments`: a name with a lone surrogate.
   */
  open(descriptor: Descriptor, settings: Settings): Promise<OpenVault>;
}

/** A vault that can be called; whether it is locked is another matter. Values are JSON texts. */
export interface OpenVault {
  /** What can be said without opening it. Looks at what is stored. */
  status(): Promise<VaultStatus>;
  /** Known without looking at what is stored: `false` also where nothing was looked for yet. */
  isUnlocked(): Promise<boolean>;
  /** What protects the vault as it is now. */
  protection(): Promise<ProtectionReport>;

  /** Keys that have a value; none where definitely nothing is stored. Rejects `VaultLocked`. */
  keys(): Promise<readonly string[]>;
  /** Only the values asked for, and only those that are there. Rejects `VaultLocked`. */
  read(keys: readonly string[]): Promise<readonly Entry[]>;
  /** Every value, as of one moment: for an export. Rejects `VaultLocked`. */
  readAll(): Promise<readonly Entry[]>;
  /**
   * All of it or nothing, without a prompt; of two changes of one key the later wins. Settings that changed are stored with it. Only a value to set makes a vault
   * where none is. Rejects `VaultLocked`, `Conflict`, `LimitExceeded`, `MissingPasscode`, `PolicyNotMet`.
   * @param lease what {@link lease} gave: allows it, once, also while locked, and only where what the lease names is still stored as it was then
   */
  write(changes: readonly Change[], lease?: string): Promise<void>;
  /**
   * The permission to write these keys later, up to 10 s after a lock: for what is asked from a server meanwhile. One at a time, for a stored vault.
   * Rejects `VaultLocked`, `Conflict`: there is one already.
   */
  lease(keys: readonly string[]): Promise<string>;
  /** Nothing will be written with it. An unknown one is ignored. */
  endLease(lease: string): Promise<void>;
  /** One task at a time, over all processes that share the vault. A failed one doesn't stop the next. */
  renewing<T>(task: () => Promise<T>): Promise<T>;

  /** A new vault in place of whatever there was. Rejects `PolicyNotMet`, `MissingPasscode`. */
  replace(mode: Mode, entries: readonly Entry[], passcode?: string): Promise<void>;
  /** Another mode or, with `passcode`, another passcode. Rejects `VaultLocked`, `PolicyNotMet`, `MissingPasscode`. */
  rekey(mode: Mode, passcode?: string): Promise<void>;
  /** What a new vault of this mode would be unlocked by. Rejects `PolicyNotMet`: it has no way here. */
  slotsFor(mode: Mode): Promise<readonly Kind[]>;
  /**
   * Shows the built-in prompt for a new passcode. `undefined`: the user cancelled. The text is for one {@link replace} or
   * {@link rekey} of this vault: over a bridge it only stands for the passcode.
   */
  choosePasscode(): Promise<string | undefined>;

  /**
   * Shows the prompts of the vault's slots, or of one kind of them; calls made meanwhile share them. Nothing to do where
   * it is not locked.
   */
  unlock(only?: Kind): Promise<void>;
  /** One attempt, without a prompt. Nothing to do where it is not locked. */
  unlockWithPasscode(passcode: string): Promise<void>;
  /** Keeps what is stored; a vault in memory has nothing stored, so there it erases. */
  lock(): Promise<void>;
  erase(): Promise<void>;

  /**
   * Other settings, for every handle. A vault that is stored takes those it keeps with the next {@link write}; what its keys
   * were made for (`onEnrollmentChange`) with the next {@link replace} or {@link rekey}.
   */
  configure(settings: Settings): Promise<void>;
  /** Somebody is there, which the platform does not see by itself: the idle lock starts anew. */
  reportActivity(): Promise<void>;
  /** @returns the cancellation */
  subscribe(listener: VaultListener): () => void;
}

/** A value under its key. */
export interface Entry {
  readonly key: string;
  readonly json: string;
}

/** A value to set, or with `null` to remove. */
export interface Change {
  readonly key: string;
  readonly json: string | null;
}

/** What can be said of a vault without opening it. */
export interface VaultStatus {
  readonly mode: Mode;
  /** Ways to unlock that it has; those it would get, where nothing is stored yet. */
  readonly kinds: readonly Kind[];
  readonly isStored: boolean;
  readonly isInUse: boolean;
  readonly hasSession: boolean;
  readonly isLocked: boolean;
  readonly isPasscodeSetupNeeded: boolean;
  /** `null`: it is never erased for wrong passcodes. */
  readonly attemptsLeft: number | null;
}

/** Who is told. Called in the order of subscription. */
export interface VaultListener {
  /** What it returns is waited for, at most 2 s, before a covered screen is shown again. */
  onLock(event: LockEvent): unknown;
  onUnlock(): unknown;
  /** The mode, the ways to unlock or what is stored changed. */
  onConfig(): unknown;
  /** Nobody was there for so long that the vault is locked in this many milliseconds; and somebody is there after all. */
  onIdle?(remaining: number): unknown;
  onActive?(): unknown;
}

/** The device, apart from any vault. */
export interface DeviceService {
  facts(): Promise<DeviceFacts>;
  /** There is hardware that can release a key. */
  isBiometricsSupported(): Promise<boolean>;
  /** It is set up, and a key can be made. */
  isBiometricsAvailable(): Promise<boolean>;
  /** Shows the prompt of a throw-away key, and removes the key. Rejects `UserCanceledInteraction`, `PolicyNotMet`, … */
  showBiometricPrompt(texts: BiometricPromptConfig): Promise<void>;
  /** Covers the screen in the background for every vault, whatever its own settings, and without any. */
  setHidesScreen(isHidden: boolean): Promise<void>;
  /** What {@link setHidesScreen} was last called with; at first `false`. */
  hidesScreen(): Promise<boolean>;
}

/** What can be said of the device. What can't be found out counts as not so. */
export interface DeviceFacts {
  readonly hardware: readonly SupportedBiometricType[];
  readonly strength: BiometricSecurityStrength;
  readonly hasSecureHardware: boolean;
  readonly permission: BiometricPermissionState;
  readonly isLockedOut: boolean;
  readonly isSystemPasscodeSet: boolean;
}
