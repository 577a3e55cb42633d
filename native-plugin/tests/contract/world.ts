import type { BiometricOutcome } from '../../src/testing/test-vault.ts';
import type { Descriptor } from '../../src/vaults/format-words.ts';
import type { Settings } from '../../src/vaults/settings.ts';
import type { OpenVault, VaultService } from '../../src/vaults/vault-service.ts';

/** The device that a behaviour starts on. */
export interface WorldOptions {
  readonly biometrics?: 'none' | 'supported' | 'enrolled';
  readonly systemPasscode?: boolean;
}

/** A device with the app, and a person: what a place must offer besides the service. */
export interface World {
  /** Of the process that runs now. */
  readonly service: VaultService;
  /** With {@link SETTINGS} and these changes, under this name. */
  open(settings?: Partial<Settings>, descriptor?: Descriptor): Promise<OpenVault>;
  /** Entered at the built-in prompt from now on; a wrong one once, then the person gives up. At first {@link PASSCODE}. */
  enterPasscode(passcode: string): void;
  cancelPrompts(): void;
  readonly promptCount: number;
  answerBiometrics(outcome: BiometricOutcome): void;
  readonly biometricPromptCount: number;
  enrolBiometrics(): void;
  /** The app leaves the foreground for this long. Resolves when it has heard what came of it. */
  background(milliseconds: number): Promise<void>;
  /** Time in the foreground. */
  wait(milliseconds: number): Promise<void>;
  /** What became of the cover, in order. */
  readonly screen: readonly ('covered' | 'uncovered')[];
  /** What is stored is there but can't be read. */
  damage(): Promise<void>;
  /** The process ends, and another begins. */
  restart(): Promise<void>;
  /** Until the app has heard of everything that happened. */
  quiet(): Promise<void>;
}

export const PASSCODE = '28461937';

export const SETTINGS: Settings = {
  mode: 1,
  lockAfter: null,
  hideScreen: false,
  wipeAtMax: true,
  maxAttempts: 5,
  onEnrollmentChange: 'requireOther',
};

/** What is tried, and on which device. */
export interface Behaviour {
  readonly name: string;
  readonly on?: WorldOptions;
  readonly run: (world: World) => Promise<void>;
}
