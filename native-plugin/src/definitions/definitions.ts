/**
 * The public contract: both generations of the Identity Vault API, types and their meaning.
 *
 * Part one is the generation of `IonicIdentityVaultUser` (versions 3 and 4), part two the one of
 * `Vault` (versions 5 and 6). Names and documented numbers follow the published documentation of
 * the original product; every text here is our own.
 */
import type { VaultError } from './vault-error.ts';

// ---------------------------------------------------------------------------------------------
// Versions 3 and 4
// ---------------------------------------------------------------------------------------------

/**
 * How a vault is unlocked. Applies to *newly created* vaults: an existing one keeps the mode it was
 * made with until it is unlocked and `setAuthMode` is called, or `login` replaces it.
 *
 * | mode | iOS, Android | web |
 * |---|---|---|
 * | `BiometricOnly` | biometric key | needs WebAuthn PRF, else `PolicyNotMet` |
 * | `PasscodeOnly` | app passcode | app passcode |
 * | `BiometricAndPasscode` | biometric key, app passcode as the second way | app passcode |
 * | `BiometricOrPasscode` | biometric key if there is one, else app passcode | app passcode |
 * | `SecureStorage` | no-prompt device key; never locked | non-extractable key; never locked |
 * | `InMemoryOnly` | nothing is stored; locking erases | the same |
 */
export enum AuthMode {
  /** Only biometrics. No second way in: losing the enrolment means logging in again. */
  BiometricOnly = 0,
  /** Only the passcode of this app (not the one of the device). */
  PasscodeOnly = 1,
  /** Biometrics, with the app passcode as the second way. The default. */
  BiometricAndPasscode = 2,
  /** Nothing is written to the device; a lock or the end of the process erases everything. */
  InMemoryOnly = 3,
  /** Biometrics where the device has them when the vault is made, else the app passcode. */
  BiometricOrPasscode = 4,
  /** Encrypted at rest, available without authentication while the device is unlocked. Never locks. */
  SecureStorage = 5,
}

/**
 * Why a call was rejected. The *names* are the contract. The numbers below 100 are the published
 * ones; those from 100 on are ours, because the originals were never published.
 */
export enum VaultErrorCodes {
  /** Something that has no name here; `cause` has the original error. */
  Unknown = 0,
  /** The vault is locked and this call may not, or must not, unlock it. */
  VaultLocked = 1,
  /** The passcode was wrong or the biometric match failed. */
  AuthFailed = 6,
  /** Biometrics are not supported, not set up, or not enabled for this vault. */
  BiometricsNotEnabled = 13,
  /** Android: the chosen protection needs a system passcode feature this version lacks. */
  AndroidSystemPasscodeUnavailable = 16,
  /** Android: biometrics are locked out after too many failures. */
  AndroidBiometricsLockedOut = 17,
  /** Android: the keystore failed; often over after the device restarts. */
  AndroidUnexpectedKeystoreError = 19,

  /** The user dismissed a prompt. Never counts as an attempt. */
  UserCanceledInteraction = 100,
  /** The value given is not an {@link AuthMode}. */
  InvalidAuthMode = 101,
  /** There is no vault here: the native part is missing, or storage is not available. */
  VaultUnavailable = 102,
  /** An argument has a value that is not allowed. */
  InvalidArguments = 103,
  /** The key is gone for good, for example after a new finger was enrolled. Log in again. */
  InvalidatedCredential = 104,
  /** The device has no screen lock, which this protection needs. */
  SecurityNotAvailable = 105,
  /** The last allowed attempt failed and the vault was erased. Log in again. */
  TooManyFailedAttempts = 106,
  /** The passcode and its repetition differ. */
  MismatchedPasscode = 107,
  /** A passcode is needed and none was set: set-up was cancelled, or never done. */
  MissingPasscode = 108,
  /** The vault is not configured to be unlocked by a passcode. */
  PasscodeNotEnabled = 109,
  /** The key that opens the vault was not found on this device. */
  KeyNotFound = 110,
  /** Versions 5 and 6: biometrics are needed and none are enrolled. */
  MissingBiometrics = 111,
  /** iOS: biometrics are locked out until the device passcode is entered. */
  iOSBiometricsLockedOut = 112,

  /** The protection asked for can't be met here. Never replaced by a weaker one silently. */
  PolicyNotMet = 120,
  /** What is stored is damaged or was changed from outside. Costs no attempt, erases nothing. */
  Corrupt = 121,
  /** The page is not a secure context (https, or localhost), so there is no cryptography. */
  InsecureContext = 122,
  /** Too early after failed attempts; nothing was checked. The message says how long to wait. */
  AttemptDelayed = 123,
  /** Written by a version of this package that this one does not read. */
  UnsupportedFormat = 124,
  /** Another tab or handle changed the vault at the same time; nothing was written. Try again. */
  Conflict = 125,
  /** An older copy of the vault was put back, or a part of it is missing. Costs no attempt, erases nothing. */
  RolledBack = 126,
  /** Too large to be stored (16 MiB in all, 1024 bytes a key). Nothing was written. */
  LimitExceeded = 127,
}

/**
 * What becomes of a vault when a finger or face was enrolled after it was made. An addition to both generations.
 *
 * - `requireOther`: biometrics open it no more; the passcode does, and makes biometrics work again. The default.
 * - `wipe`: it is erased.
 * - `ignore`: whoever is enrolled later can open it, too.
 *
 * Browsers don't tell of enrolments: there it has no effect.
 */
export type EnrollmentChange = 'requireOther' | 'wipe' | 'ignore';

/** The least a session has. Extend it with your own fields; values must survive JSON. */
export interface DefaultSession {
  username: string;
  token: string;
}

/** Which vault: the pair is hashed into its name, so any characters are fine and none collide. */
export interface VaultDescriptor {
  /** Default `_lastUser`: one vault, whoever uses the app. */
  username: string;
  /** Default `default`. */
  vaultId: string;
}

/** Why and how the vault was locked. */
export interface LockEvent {
  /** Whether the data is still stored. `false` with {@link AuthMode.InMemoryOnly}: it is gone. */
  saved: boolean;
  /** Whether `lockAfter` ran out in the background, as opposed to a call. */
  timeout: boolean;
}

/** Texts of the prompts the operating system shows. The web has none of them. */
export interface SystemPromptOptions {
  /** Title of Android's prompt. Default `Please Authenticate`. */
  androidPromptTitle?: string;
  /** Subtitle of Android's prompt. Default: none. */
  androidPromptSubtitle?: string | null;
  /** Description in Android's prompt. Default: none. */
  androidPromptDescription?: string | null;
  /** The button that dismisses Android's prompt. Default `Cancel`. */
  androidPromptNegativeButtonText?: string;
  /** Reason in the Touch ID prompt of iOS. Default `Authenticate to log in`. */
  iosPromptText?: string;
}

/** What a vault does about time, screen and failures. */
export interface VaultBehaviour extends SystemPromptOptions {
  /**
   * Milliseconds in the background after which the vault locks; a whole number, 0 = never.
   * Default 0. Measured on the wall clock and the monotonic clock; whichever is over first counts.
   */
  lockAfter?: number;
  /** Cover the app while it is in the background or app switcher. Default `false`. */
  hideScreenOnBackground?: boolean;
  /** Let the device's own passcode stand in for biometrics. Default `false`. */
  allowSystemPinFallback?: boolean;
  /** Erase the vault when the last allowed attempt (5) fails. Default `true`. `false`: growing delays only. */
  shouldClearVaultAfterTooManyFailedAttempts?: boolean;
  /** What a changed enrolment does to a vault made from now on. Default `requireOther`. */
  onEnrollmentChange?: EnrollmentChange;
}

/** The second argument of `IonicIdentityVaultUser`. Everything has version 4's default. */
export interface VaultOptions extends VaultBehaviour {
  /** Mode of a vault that is newly created. Default {@link AuthMode.BiometricAndPasscode}. */
  authMode?: AuthMode;
  /**
   * Call `restoreSession` once the vault is ready. Default `false`. With `unlockOnAccess` the user
   * is prompted right then; without it a locked vault ends in `onSessionRestoreError`.
   */
  restoreSessionOnReady?: boolean;
  /** Prompt to unlock once the vault is ready, if it is in use. Default `false`. */
  unlockOnReady?: boolean;
  /** Prompt when a value of the locked vault is read. Default `false`: the read is rejected. */
  unlockOnAccess?: boolean;
}

/** What the hooks receive: the configuration in force. */
export interface VaultConfig extends VaultBehaviour {
  authMode?: AuthMode;
  /** Whether a passcode must be set with `setPasscode` before values can be stored. */
  isPasscodeSetupNeeded: boolean;
}

/** The state of one vault as {@link IdentityVault.getConfig} reports it. */
export interface PluginConfiguration {
  /** The mode in force. An addition to version 4, so a plugin of your own may leave it out. */
  authMode?: AuthMode;
  descriptor: VaultDescriptor;
  isBiometricsEnabled: boolean;
  isPasscodeEnabled: boolean;
  isPasscodeSetupNeeded: boolean;
  isSecureStorageModeEnabled: boolean;
  hideScreenOnBackground: boolean;
  /** Milliseconds; 0 = never. */
  lockAfter: number;
}

/** What {@link IonicNativeAuthPlugin.getVault} takes: which vault, how it behaves, who listens. */
export interface PluginOptions extends VaultBehaviour, VaultDescriptor {
  /** Mode of a vault that is newly created. An addition to version 4's options. */
  authMode?: AuthMode;
  onConfig?: (event: PluginConfiguration) => unknown;
  /** Setting up failed; the vault can't be used. */
  onError?: (error: VaultError) => unknown;
  onLock?: (event: LockEvent) => unknown;
  onReady?: (vault: IdentityVault) => unknown;
  onUnlock?: (event: PluginConfiguration) => unknown;
}

/** Version 4's older names; prefer {@link SupportedBiometricType}. */
export type BiometricType = 'touchID' | 'faceID' | 'none';

/** Kinds of biometric hardware. A type (version 4) and an object of constants (versions 5 and 6). */
export const SupportedBiometricType = { Fingerprint: 'fingerprint', Face: 'face', Iris: 'iris' } as const;
export type SupportedBiometricType = (typeof SupportedBiometricType)[keyof typeof SupportedBiometricType];

/** The plugin behind `IonicIdentityVaultUser`; override `getPlugin()` to bring your own. */
export interface IonicNativeAuthPlugin {
  /** Answers at once; `onReady` or `onError` follows. Sessions are kept under the key `session`. */
  getVault(options: PluginOptions): IdentityVault;
}

/**
 * One vault, without the conveniences of `IonicIdentityVaultUser`.
 * Every method first judges whether a lock is due, and rejects with a {@link VaultError}.
 */
export interface IdentityVault {
  /** The latest configuration; kept current until {@link unsubscribe}. */
  readonly config?: PluginConfiguration;

  /** Erase all values, keys and the passcode. The vault is empty and unlocked afterwards. */
  clear(): Promise<void>;
  getConfig(): Promise<PluginConfiguration>;
  /** Keys that have a value. Rejects `VaultLocked`. */
  getKeys(): Promise<string[]>;
  /** {@link getValue} of the key `token`. */
  getToken<T = unknown>(): Promise<T>;
  /** The username of the descriptor. */
  getUsername(): Promise<string>;
  /** The value under a key, `undefined` when there is none. Rejects `VaultLocked`. */
  getValue<T = unknown>(key: string): Promise<T>;

  /** Whether biometrics are supported and set up on this device. */
  isBiometricsAvailable(): Promise<boolean>;
  /** Whether this vault can be unlocked by biometrics. */
  isBiometricsEnabled(): Promise<boolean>;
  /** Whether the device has biometric hardware that can release a key. */
  isBiometricsSupported(): Promise<boolean>;
  /** Whether anything is stored. Answers while locked. */
  isInUse(): Promise<boolean>;
  isLocked(): Promise<boolean>;
  isLockedOutOfBiometrics(): Promise<boolean>;
  isPasscodeEnabled(): Promise<boolean>;
  /** Whether a passcode must be set before values can be stored. */
  isPasscodeSetupNeeded(): Promise<boolean>;
  isSecureStorageModeEnabled(): Promise<boolean>;

  /** Drop the key and every value from memory. Without effect with `SecureStorage`. */
  lock(): Promise<void>;
  /** Failed attempts left until the vault is erased; `Infinity` when it is never erased. */
  remainingAttempts(): Promise<number>;
  /** Remove a value; nothing happens when there is none. Rejects `VaultLocked`. */
  removeValue(key: string): Promise<void>;
  /** Rejects `VaultLocked`, and `BiometricsNotEnabled` when enabling where there are none. */
  setBiometricsEnabled(isBiometricsEnabled: boolean): Promise<void>;
  /**
   * Set or change the passcode; makes new keys. Without `passcode` the built-in prompt asks (twice).
   * Rejects `VaultLocked`, `PasscodeNotEnabled`, `UserCanceledInteraction`, `PolicyNotMet` (too short).
   */
  setPasscode(passcode?: string): Promise<void>;
  setPasscodeEnabled(isPasscodeEnabled: boolean): Promise<void>;
  setSecureStorageModeEnabled(isSecureStorageModeEnabled: boolean): Promise<void>;
  /** {@link storeValue} under the key `token`. */
  storeToken(token: unknown): Promise<void>;
  /**
   * Store a JSON value. Needs no prompt while unlocked.
   * Rejects `VaultLocked`, `MissingPasscode` (a passcode must be set first), `InvalidArguments` (not JSON).
   */
  storeValue(key: string, value: unknown): Promise<void>;
  /**
   * Unlock; calls made at the same time share one prompt. With `passcode` there is exactly one
   * attempt; without it the built-in prompt asks until it is right, cancelled, or the vault erased.
   * Rejects `AuthFailed`, `AttemptDelayed`, `TooManyFailedAttempts`, `UserCanceledInteraction`,
   * `PasscodeNotEnabled`, `BiometricsNotEnabled`, `Corrupt`.
   */
  unlock(usingPasscode?: boolean, passcode?: string): Promise<void>;
  /** Stop this handle's events. The vault and other handles go on. */
  unsubscribe(): Promise<void>;

  /** Prefer {@link getAvailableHardware}. */
  getBiometricType(): Promise<BiometricType>;
  getAvailableHardware(): Promise<SupportedBiometricType[]>;
}

/** The methods and hooks of `IonicIdentityVaultUser`, which has the documentation of each. */
export interface IdentityVaultUser<T extends DefaultSession = DefaultSession> {
  ready(): Promise<void>;
  login(session: T, authMode?: AuthMode): Promise<void>;
  saveSession(session: T): Promise<void>;
  restoreSession(): Promise<T | undefined>;
  getSession(): Promise<T | undefined>;
  hasStoredSession(): Promise<boolean>;
  lockOut(): Promise<void>;
  logout(): Promise<void>;
  unlock(authMode?: AuthMode): Promise<void>;
  getVault(): Promise<IdentityVault>;
  getPlugin(): IonicNativeAuthPlugin;
  getAuthMode(): Promise<AuthMode>;
  setAuthMode(authMode: AuthMode): Promise<void>;
  setPasscode(): Promise<void>;
  setPasscodeEnabled(isPasscodeEnabled: boolean): Promise<void>;
  isPasscodeEnabled(): Promise<boolean>;
  setBiometricsEnabled(isBiometricsEnabled: boolean): Promise<void>;
  isBiometricsEnabled(): Promise<boolean>;
  isBiometricsAvailable(): Promise<boolean>;
  isBiometricsSupported(): Promise<boolean>;
  isSecureStorageModeEnabled(): Promise<boolean>;
  getBiometricType(): Promise<BiometricType>;
  getAvailableHardware(): Promise<SupportedBiometricType[]>;
  getProtectionReport(): Promise<ProtectionReport>;

  onVaultReady(config: VaultConfig): unknown;
  onVaultUnlocked(config: VaultConfig): unknown;
  onVaultLocked(event: LockEvent): unknown;
  onConfigChange(config: VaultConfig): unknown;
  onSessionRestored(session: T): unknown;
  onSessionRestoreError(error: VaultError): unknown;
  onUnlockOnReadyError(error: VaultError): unknown;
  onSetupError(error: VaultError): unknown;
  // eslint-disable-next-line @typescript-eslint/no-invalid-void-type -- an override without a return is allowed
  onPasscodeRequest(isPasscodeSetRequest: boolean): Promise<string | void>;
}

// ---------------------------------------------------------------------------------------------
// What is ours in both generations
// ---------------------------------------------------------------------------------------------

/** `unknown` = it can't be found out here; never read it as `yes`. */
export type Tristate = 'yes' | 'no' | 'unknown';

/** What protects the vault right now. Compared with a policy, shown to a security reviewer. */
export interface ProtectionReport {
  /** Whether the data survives the end of the process. */
  readonly persistent: Tristate;
  readonly encryptedAtRest: Tristate;
  /**
   * `script-only`: the page's script can't read the key's bytes, but they are in the browser's
   * profile on disk, so a copy of the profile has them.
   */
  readonly nonExtractableKey: Tristate | 'script-only';
  readonly hardwareBacked: Tristate;
  /** Whether opening needs the person (biometrics, passcode). */
  readonly userVerification: Tristate;
  /** Whether a copy of the stored data lets someone try passcodes without this device. */
  readonly offlineGuessing: 'impossible' | 'possible' | 'not-needed' | 'unknown';
  /** `advisory`: binds people using the app, not someone who can write its storage. */
  readonly attemptLimit: 'enforced' | 'advisory' | 'none';
  /** Whether the passcode passes through the app's JavaScript. */
  readonly passcodeSeenByJs: Tristate;
}

/** What a new passcode must be, counted in code points after normalisation. */
export interface PasscodeRules {
  readonly minLength: number;
  readonly maxLength: number;
}

// ---------------------------------------------------------------------------------------------
// Versions 5 and 6
// ---------------------------------------------------------------------------------------------

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

/** Whether the app may use biometrics. */
export enum BiometricPermissionState {
  Granted = 'granted',
  /** Refused in the settings of the device, or there are none: asking has no effect. */
  Denied = 'denied',
  /** The next use asks (Face ID). */
  Prompt = 'prompt',
}

/** Android's classes: `Strong` is class 3, the only one that can release a key. */
export enum BiometricSecurityStrength {
  Strong = 'strong',
  Weak = 'weak',
}

/** Texts of a biometric prompt, versions 5 and 6. Prompts of the operating system only: browsers show their own. */
export interface BiometricPromptConfig {
  /** Title on Android. Default `Please Authenticate`. */
  androidBiometricsPromptTitle?: string;
  /** Subtitle on Android. Default: none. */
  androidBiometricsPromptSubtitle?: string | null;
  /** Description on Android. Default: none. */
  androidBiometricsPromptDescription?: string | null;
  /** The button that dismisses the prompt on Android. Default `Cancel`. */
  androidBiometricsNegativeButtonText?: string;
  /** Why it is asked, on iOS with Touch ID. */
  iosBiometricsLocalizedReason?: string;
  /** The cancel button on iOS. */
  iosBiometricsLocalizedCancelTitle?: string;
  /** The button for the other way, on iOS. */
  iosBiometricsLocalizedFallbackTitle?: string;
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
  /** Erase the vault when the last allowed attempt fails. Default `true`. `false`: growing delays only. */
  shouldClearVaultAfterTooManyFailedAttempts?: boolean;
  /** What a changed enrolment does. An addition of ours; default `requireOther`. */
  onEnrollmentChange?: EnrollmentChange;
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
 * The app's own passcode prompt. Answer with what was entered, through `onComplete` or `setCustomPasscode`; the first
 * answer wins. An empty one means that the user cancelled, and is never an attempt.
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
  setValue(key: string, value: unknown): Promise<void>;
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
  /** The user unlocked it. Not for a vault that was made just now. */
  onUnlock(callback: () => unknown): void;
  /** Only the latest handler counts. Without one the built-in prompt asks. */
  onPasscodeRequested(callback: PasscodeRequestHandler): void;
}

/**
 * What `Device` of versions 5 and 6 answers. What can't be found out is answered as if it weren't so. Every rejection is
 * a `DeviceError`; `Unknown` has the original error as `cause`.
 */
export interface DeviceInterface {
  /** Kinds of biometric hardware. On the web always empty: browsers don't tell. */
  getAvailableHardware(): Promise<SupportedBiometricType[]>;
  /** On the web always `Weak`: a passkey may be verified by the passcode of the device. */
  getBiometricStrengthLevel(): Promise<BiometricSecurityStrength>;
  /** Whether keys are kept by hardware of their own. On the web always `false`. */
  hasSecureHardware(): Promise<boolean>;
  /** On the web `Granted` where there are passkeys: each use is asked for. */
  isBiometricsAllowed(): Promise<BiometricPermissionState>;
  /** Whether someone is enrolled and a key can be made. On the web: whether passkeys may have PRF. */
  isBiometricsEnabled(): Promise<boolean>;
  /** Whether there is hardware that can release a key. On the web: whether there are passkeys. */
  isBiometricsSupported(): Promise<boolean>;
  /** On the web always `false`. */
  isLockedOutOfBiometrics(): Promise<boolean>;
  /** On the web always `false`: browsers don't tell. */
  isSystemPasscodeSet(): Promise<boolean>;
  /**
   * Runs an operation of a throw-away key that needs a person. Success proves a person now, and releases nothing: no
   * secret can be protected by it. On the web the key is a passkey, which is removed again; where a browser can't remove
   * one, none is made (`SecurityNotAvailable`).
   * Rejects `BiometricsNotEnabled`, `UserCanceledInteraction`, `BiometricsLockedOut`, `AuthFailed`, `SecurityNotAvailable`.
   */
  showBiometricPrompt(config: BiometricPromptConfig): Promise<void>;
  /** Cover the app while it is in the background. For all vaults, until the process ends. Version 5; later apps use a plugin. */
  setHideScreenOnBackground(isEnabled: boolean): Promise<void>;
  /** What {@link setHideScreenOnBackground} was last called with; at first `false`. */
  isHideScreenOnBackgroundEnabled(): Promise<boolean>;
}

/** Why a call of {@link DeviceInterface} was rejected. The published numbers. */
export enum DeviceErrorCodes {
  /** Something that has no name here, such as a missing native part. */
  Unknown = 0,
  InvalidArguments = 1,
  UserCanceledInteraction = 2,
  /** There is nothing that could verify a person, or no screen lock. */
  SecurityNotAvailable = 3,
  AuthFailed = 4,
  /** Too many failed attempts. */
  BiometricsLockedOut = 5,
  /** Nobody is enrolled, or biometrics are not supported. */
  BiometricsNotEnabled = 6,
}
