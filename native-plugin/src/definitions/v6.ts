/**
 * The public contract of versions 5 and 6: `Vault` and `BrowserVault`. Names follow the published documentation of the
 * original product; every text here is our own.
 */
import type { BiometricPromptConfig } from './device.ts';
import type { VaultError } from './errors.ts';
import type { PasscodePromptOptions } from './passcode-prompt.ts';
import type { EnrollmentChange, ProtectionReport } from './protection.ts';

/**
 * What protects a {@link VaultInterface}. Constants and the type of their values, so that the plain texts
 * (`type: 'CustomPasscode'`) are fine, too.
 */
export const VaultType = {
  /** A device key without a prompt; never locks. Ours never leaves the device (no iCloud sync). */
  SecureStorage: 'SecureStorage',
  /** Biometrics, the system passcode, or both: see {@link DeviceSecurityType}, which must be given. */
  DeviceSecurity: 'DeviceSecurity',
  /** A passcode of this app, asked for through `onPasscodeRequested`. */
  CustomPasscode: 'CustomPasscode',
  /** Nothing is stored; locking erases. */
  InMemory: 'InMemory',
} as const;
export type VaultType = (typeof VaultType)[keyof typeof VaultType];

/** Which feature of the device unlocks a vault of type {@link VaultType.DeviceSecurity}; no meaning for others. */
export const DeviceSecurityType = {
  /** Only biometrics. On the web a passkey with user verification. */
  Biometrics: 'Biometrics',
  /** Only the passcode of the device. Android 11 and later; not on the web. */
  SystemPasscode: 'SystemPasscode',
  /** Biometrics where someone is enrolled, and the system passcode as the second way. Not on the web. */
  Both: 'Both',
  /** For the other types of vaults. With `DeviceSecurity` it is refused: `InvalidArguments`. */
  None: 'None',
} as const;
export type DeviceSecurityType = (typeof DeviceSecurityType)[keyof typeof DeviceSecurityType];

/** What to prefer when an Android device can't have both a strong key and the system passcode. */
export enum AndroidBiometricCryptoPreference {
  StrongVault = 'StrongVault',
  SystemPasscode = 'SystemPasscode',
}

/** Configuration of a vault, versions 5 and 6. */
export interface IdentityVaultConfig extends BiometricPromptConfig {
  /** Names the vault; two vaults of one app must not share it. Any text that is not empty. */
  key: string;
  /** What protects the vault. Ignored for a key that has a vault already: only `updateConfig` changes that. */
  type: VaultType;
  /** Only for {@link VaultType.DeviceSecurity}, which needs it. Default `None`. Ignored as {@link type} is. */
  deviceSecurityType?: DeviceSecurityType;
  /** Milliseconds in the background; `null` = never, 0 = at once (unlike version 4). Default `null`. */
  lockAfterBackgrounded?: number | null;
  /**
   * Milliseconds with the app in front and nobody touching it, after which the vault locks; a whole number, 0 = never. Default `0`. The app is warned
   * before ({@link VaultInterface.onIdleWarning}). An addition of ours.
   */
  idleTimeout?: number;
  /**
   * Milliseconds since the login or the last unlock, after which the vault locks even if it is in use; 0 = never. Default `0`. An addition of ours.
   */
  sessionTimeout?: number;
  /** Erase the vault when the last allowed attempt fails. Default `true`. `false`: growing delays only. */
  shouldClearVaultAfterTooManyFailedAttempts?: boolean;
  /** What a changed enrolment does. An addition of ours; default `requireOther`. */
  onEnrollmentChange?: EnrollmentChange;
  /** Language and texts of the web's built-in passcode prompt. An addition of ours. */
  webPasscodePrompt?: PasscodePromptOptions;
  /** Attempts allowed with {@link VaultType.CustomPasscode}, 1 to 255. Default 5. */
  customPasscodeInvalidUnlockAttempts?: number;
  /**
   * Prompt as soon as the vault was initialized, if it is locked. Default `false`. `initialize` doesn't wait for it;
   * a failure or cancellation is told to `onError`.
   */
  unlockVaultOnLoad?: boolean;
  /** Android, `DeviceSecurityType.Both`. Default `StrongVault`. */
  androidBiometricsPreferStrongVaultOrSystemPasscode?: AndroidBiometricCryptoPreference;
}

/**
 * The app's own passcode prompt. Answer with what was entered, through `onComplete` or `setCustomPasscode`, or return it
 * (a promise of it, too); the first answer wins. An empty one means that the user cancelled, and is never an attempt.
 *
 * @param isPasscodeSetRequest a new passcode is being set: ask twice, and refuse what `passcodeRules()` refuses
 */
export type PasscodeRequestHandler = (isPasscodeSetRequest: boolean, onComplete: (passcode: string) => void) => unknown;

/**
 * What `Vault` and `BrowserVault` of versions 5 and 6 have in common. Every rejection is a {@link VaultError}, also told
 * to `onError`. All methods wait for an `initialize` that is under way, and reject `VaultUnavailable` without one.
 */
export interface VaultInterface {
  /**
   * The configuration in force; `undefined` before `initialize`. `type` and `deviceSecurityType` are those of the stored
   * vault, where there is one.
   */
  readonly config: IdentityVaultConfig | undefined;

  /**
   * Connects to the vault of this key. For an existing one `type` and `deviceSecurityType` are ignored.
   * Rejects `InvalidArguments`; `PolicyNotMet` (a new vault of this type can't be made here; `clear` and `updateConfig`
   * can be called all the same); `VaultUnavailable`, `InsecureContext`.
   */
  initialize(config: IdentityVaultConfig): Promise<void>;
  /** Erases values, keys and passcode; needs no unlock. A passcode request that waits is cancelled. */
  clear(): Promise<void>;
  /** All values as JSON texts. Unlocks a locked vault first: rejects as {@link unlock} does. */
  exportVault(): Promise<Record<string, string>>;
  /**
   * Replaces all values by these JSON texts, in one step. Rejects as {@link setValue} does; `InvalidArguments`, and
   * nothing is changed, when one of them is no JSON.
   */
  importVault(data: Record<string, string>): Promise<void>;
  /** Unlocks a locked vault first: rejects as {@link unlock} does. */
  getKeys(): Promise<string[]>;
  /** `null` when there is none. Unlocks a locked vault first: rejects as {@link unlock} does. */
  getValue<T>(key: string): Promise<T | null>;
  /**
   * Stores a JSON value, without a prompt. Only the first value of a `CustomPasscode` vault asks for the new passcode.
   * Rejects `VaultLocked`, `InvalidArguments` (not JSON), `UserCanceledInteraction` and `PolicyNotMet` (no passcode, or
   * one that is too short: nothing is stored), `PolicyNotMet` (the type can't be had here).
   */
  // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- Apps of version 6 name it: setValue<Session>(…).
  setValue<T>(key: string, value: T): Promise<void>;
  /** Nothing happens when there is none. Rejects `VaultLocked`. */
  removeValue(key: string): Promise<void>;
  /** Whether no value is stored. Answers while locked. A vault that can't be read is not empty. */
  isEmpty(): Promise<boolean>;
  /** A vault that doesn't exist is not locked. */
  isLocked(): Promise<boolean>;
  /** Whether there is a vault, with values or without. Prefer {@link isEmpty}. */
  doesVaultExist(): Promise<boolean>;
  /** Drops key and values from memory. `SecureStorage` never locks; `InMemory` is erased. */
  lock(): Promise<void>;
  /**
   * Prompts; nothing to do when the vault is not locked. Calls made meanwhile share the prompt. An answer of
   * `onPasscodeRequested` is one attempt; the built-in prompt asks until it is right, cancelled, or the vault erased.
   * Rejects `AuthFailed`, `UserCanceledInteraction`, `AttemptDelayed`, `TooManyFailedAttempts`, `InvalidatedCredential`,
   * `AndroidBiometricsLockedOut`, `iOSBiometricsLockedOut`, `Corrupt`, `RolledBack`.
   */
  unlock(): Promise<void>;
  /**
   * The answer to `onPasscodeRequested`. Without a request: sets or changes the passcode, under new keys.
   * Rejects `VaultLocked`, `PasscodeNotEnabled` (another type), `PolicyNotMet` (too short), `UserCanceledInteraction` (empty).
   */
  setCustomPasscode(passcode: string): Promise<void>;
  /**
   * Changes any option but `key`; the only way to change `type` and `deviceSecurityType` of an existing vault, which is
   * then re-keyed in one step, and asks for a new passcode where the new type needs one. Nothing changes when it rejects:
   * `VaultLocked` (only for another type), `PolicyNotMet`, `UserCanceledInteraction`, `InvalidArguments`.
   */
  updateConfig(config: IdentityVaultConfig): Promise<void>;
  /** What protects the vault as it is now. An addition of ours. */
  getProtectionReport(): Promise<ProtectionReport>;

  /** After `updateConfig`. Every callback registered is called. */
  onConfigChanged(callback: (config: IdentityVaultConfig) => unknown): void;
  /** What a call was rejected with, and what nobody waits for: `new Vault(config)`, `unlockVaultOnLoad`. */
  onError(callback: (error: VaultError) => unknown): void;
  /** `timeout`: `lockAfterBackgrounded` ran out, as opposed to a call. */
  onLock(callback: (event: { timeout: boolean }) => unknown): void;
  /** Nobody touched the app: it is locked in `remaining` milliseconds. An addition of ours. */
  onIdleWarning(callback: (warning: { remaining: number }) => unknown): void;
  /** Somebody is there after all. A lock ends the warning, too, and is told to `onLock`. An addition of ours. */
  onIdleWarningEnd(callback: () => unknown): void;
  /** The user unlocked it. Not for a vault that was made just now. */
  onUnlock(callback: () => unknown): void;
  /** Only the latest handler counts. Without one the built-in prompt asks. */
  onPasscodeRequested(callback: PasscodeRequestHandler): void;
}
