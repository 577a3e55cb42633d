import type { BiometricPromptConfig } from '../../definitions/device.ts';
import type { ProtectionReport } from '../../definitions/protection.ts';
import type { ExpectedCallback, NativeAuthSession, ProviderAnswer, ProviderRequest } from '../auth-service.ts';
import type { Descriptor, Kind, Mode } from '../format-words.ts';
import type { Settings } from '../settings.ts';
import type { Change, DeviceFacts, Entry, VaultStatus } from '../vault-service.ts';
import type { PasscodeMessage } from './passcode-message.ts';
import type { VaultEvent } from './vault-event.ts';

/** The address that the user came back with. */
interface Returned {
  readonly url: string | undefined;
}

type Nothing = Readonly<Record<string, never>>;

/** Calls of the process, by name: their arguments, and what they answer. BRIDGE.md §4.1. */
export interface ProcessCalls {
  /** Answers the id of the vault. */
  open: [arguments: { readonly descriptor: Descriptor; readonly settings: Settings }, result: string];
  /** Answers when there is an event after this number: at least one, at most 64. */
  events: [arguments: { readonly after: number }, result: readonly VaultEvent[]];
  /** What the app does about this event is done. */
  acknowledge: [arguments: { readonly event: number }, result: undefined];
  deviceFacts: [arguments: Nothing, result: DeviceFacts];
  isBiometricsSupported: [arguments: Nothing, result: boolean];
  isBiometricsAvailable: [arguments: Nothing, result: boolean];
  showBiometricPrompt: [arguments: { readonly texts: BiometricPromptConfig }, result: undefined];
  setHidesScreen: [arguments: { readonly isHidden: boolean }, result: undefined];
  hidesScreen: [arguments: Nothing, result: boolean];
  openAuthSession: [arguments: NativeAuthSession, result: Returned];
  takeAuthCallback: [arguments: Required<ExpectedCallback>, result: Returned];
  /** Answers nothing where there was no answer. */
  sendToProvider: [arguments: ProviderRequest, result: ProviderAnswer | undefined];
}

/** Calls of one vault. BRIDGE.md §4.2. */
export interface VaultCalls {
  status: [arguments: Nothing, result: VaultStatus];
  isUnlocked: [arguments: Nothing, result: boolean];
  protection: [arguments: Nothing, result: ProtectionReport];
  keys: [arguments: Nothing, result: readonly string[]];
  read: [arguments: { readonly keys: readonly string[] }, result: readonly Entry[]];
  readAll: [arguments: Nothing, result: readonly Entry[]];
  write: [arguments: { readonly changes: readonly Change[]; readonly lease?: string }, result: undefined];
  /** Answers the id of the lease. */
  lease: [arguments: { readonly keys: readonly string[] }, result: string];
  endLease: [arguments: { readonly lease: string }, result: undefined];
  replace: [
    arguments: { readonly mode: Mode; readonly entries: readonly Entry[]; readonly passcode?: PasscodeMessage },
    result: undefined,
  ];
  rekey: [arguments: { readonly mode: Mode; readonly passcode?: PasscodeMessage }, result: undefined];
  slotsFor: [arguments: { readonly mode: Mode }, result: readonly Kind[]];
  choosePasscode: [arguments: Nothing, result: { readonly chosen: string | undefined }];
  unlock: [arguments: { readonly only?: Kind }, result: undefined];
  unlockWithPasscode: [arguments: { readonly passcode: PasscodeMessage }, result: undefined];
  lock: [arguments: Nothing, result: undefined];
  erase: [arguments: Nothing, result: undefined];
  configure: [arguments: { readonly settings: Settings }, result: undefined];
  activity: [arguments: Nothing, result: undefined];
}

export type Calls = ProcessCalls & VaultCalls;
export type CallName = keyof Calls;
