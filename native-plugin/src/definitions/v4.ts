/**
 * The public contract of versions 3 and 4: `IonicIdentityVaultUser` and its vault. Names and documented numbers follow the
 * published documentation of the original product; every text here is our own.
 */
import type { SupportedBiometricType } from './device.ts';
import type { VaultError } from './errors.ts';
import type { PasscodePromptOptions } from './passcode-prompt.ts';
import type { EnrollmentChange, ProtectionReport } from './protection.ts';

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

/** Nobody has touched the app for a while. */
export interface IdleWarning {
  /** Milliseconds until the vault locks, if nobody touches the app. At most 30 s, and at most half of `idleTimeout`. */
  remaining: number;
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
  /**
   * Milliseconds with the app in front and nobody touching it, after which the vault locks; a whole number, 0 = never. Default `0`. The app is warned
   * before ({@link IdentityVaultUser.onIdleWarning}). An addition of ours.
   */
  idleTimeout?: number;
  /**
   * Milliseconds since the login or the last unlock, after which the vault locks even if it is in use; 0 = never. Default `0`. An addition of ours.
   */
  sessionTimeout?: number;
  /** Cover the app while it is in the background or app switcher. Default `false`. */
  hideScreenOnBackground?: boolean;
  /** Let the device's own passcode stand in for biometrics. Default `false`. */
  allowSystemPinFallback?: boolean;
  /** Erase the vault when the last allowed attempt (5) fails. Default `true`. `false`: growing delays only. */
  shouldClearVaultAfterTooManyFailedAttempts?: boolean;
  /** What a changed enrolment does to a vault made from now on. Default `requireOther`. */
  onEnrollmentChange?: EnrollmentChange;
  /** Language and texts of the web's built-in passcode prompt. An addition of ours. */
  webPasscodePrompt?: PasscodePromptOptions;
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
export interface PluginConfiguration extends Pick<VaultBehaviour, 'idleTimeout' | 'sessionTimeout'> {
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
  /** The idle lock is near. An addition to version 4. */
  onIdle?: (event: IdleWarning) => unknown;
  /** Somebody is there after all. An addition to version 4. */
  onActive?: () => unknown;
}

/** Version 4's older names; prefer {@link SupportedBiometricType}. */
export type BiometricType = 'touchID' | 'faceID' | 'none';

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
  currentToken(): Promise<string | undefined>;
  refreshSession(rejected: string, refresh: (session: T) => Promise<T>): Promise<T | undefined>;
  reportActivity(): void;
  whenLocked(callback: () => void): () => void;

  onVaultReady(config: VaultConfig): unknown;
  onVaultUnlocked(config: VaultConfig): unknown;
  onVaultLocked(event: LockEvent): unknown;
  onIdleWarning(warning: IdleWarning): unknown;
  onIdleWarningEnd(): unknown;
  onConfigChange(config: VaultConfig): unknown;
  onSessionRestored(session: T): unknown;
  onSessionRestoreError(error: VaultError): unknown;
  onUnlockOnReadyError(error: VaultError): unknown;
  onSetupError(error: VaultError): unknown;
  // eslint-disable-next-line @typescript-eslint/no-invalid-void-type -- an override without a return is allowed
  onPasscodeRequest(isPasscodeSetRequest: boolean): Promise<string | void>;
}
