import type { PackageManagerName } from '../model/project.ts';

export const authModes = [
  'BiometricAndPasscode',
  'BiometricOnly',
  'PasscodeOnly',
  'BiometricOrPasscode',
  'InMemoryOnly',
  'SecureStorage',
] as const;
export const sessionFieldTypes = ['string', 'number', 'boolean', 'string[]', 'number[]', 'boolean[]'] as const;

export type AuthMode = (typeof authModes)[number];
export type SessionFieldType = (typeof sessionFieldTypes)[number];

/** One field of the session, on top of `username` and `token`. */
export interface SessionField {
  readonly name: string;
  readonly type: SessionFieldType;
}

/** Every option, complete and validated. The keys are those of identity-vault.config.json. */
export interface Options {
  /** The id of one of the frameworks. */
  readonly framework: string;
  readonly project: string;
  readonly authMode: AuthMode;
  readonly restoreSessionOnReady: boolean;
  readonly unlockOnReady: boolean;
  readonly unlockOnAccess: boolean;
  /** Milliseconds in the background; 0 never locks. */
  readonly lockAfter: number;
  readonly hideScreenOnBackground: boolean;
  readonly allowSystemPinFallback: boolean;
  readonly shouldClearVaultAfterTooManyFailedAttempts: boolean;
  readonly androidPromptTitle: string;
  readonly androidPromptSubtitle: string;
  readonly androidPromptDescription: string;
  readonly androidPromptNegativeButtonText: string;
  readonly iosPromptText: string;
  readonly passcodePrompt: 'native' | 'custom';
  readonly session: readonly SessionField[];
  readonly auth: 'generic';
  readonly apiOrigins: readonly string[];
  readonly loginPage: 'generate' | 'existing';
  readonly codeDir: string;
  readonly serviceName: string;
  readonly sessionName: string;
  readonly interceptorName: string;
  readonly guardName: string;
  readonly loginPath: string;
  readonly unlockPath: string;
  readonly homePath: string;
  readonly guardedRoutes: readonly string[];
  readonly faceIdUsage: string;
  readonly replaceFaceIdUsage: boolean;
  readonly tests: boolean;
  /** A script in package.json that runs `check` with the version that wrote it. */
  readonly ciScript: boolean;
  /** What the vault package is installed from, as npm takes it; absent for the default. */
  readonly plugin?: string;
  readonly packageManager: PackageManagerName;
}

export type OptionKey = keyof Options;

/** Raw values from one source: not validated, by key; unknown keys included, so that they can be reported. */
export type Written = Readonly<Record<string, unknown>>;

/** Where an option's value came from, strongest first. */
export const origins = ['prompt', 'flag', 'environment', 'answers', 'config', 'detected', 'default'] as const;
export type Provenance = (typeof origins)[number];
