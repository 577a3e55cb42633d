import type { Platform } from './scenario.ts';

type Json = Readonly<Record<string, unknown>>;

/** What happened by itself. */
export interface Told {
  readonly event: 'prompt' | 'screen' | 'browser';
  readonly prompt?: 'biometric' | 'passcode' | 'permission' | 'passcodeEntry';
  /** Of a sign-in. Android: its package, what it shows, and the address. iOS: what it comes back by, and the address. */
  readonly browser?: string;
  readonly screen?: 'covered' | 'uncovered';
}

/** The app, by the lines of its host. */
export interface AppLines {
  /** @returns what it answered; `result` of a command that looks at something */
  do(name: string, given?: Json): Promise<Json>;
  /** A message of the page, as Capacitor passes it on. @throws what Capacitor makes of a rejection */
  message(method: string, options: unknown): Promise<unknown>;
}

/** A fake phone with the app on it, of either platform: what is stored stays when the app's process ends. */
export interface PhoneUnderTest {
  readonly platform: Platform;
  /** The app that runs now. */
  readonly app: AppLines;
  readonly isRunning: boolean;
  /** What happened by itself, in order. */
  readonly told: readonly Told[];
  /** Everything that the app's processes printed. */
  readonly printed: string;
  /** Names of all files of the app, sorted. */
  readonly files: readonly string[];
  launch(options?: Json): Promise<unknown>;
  kill(): Promise<void>;
  quit(): Promise<void>;
  /** While the app does not run. */
  happens(event: string): void | Promise<void>;
  /** What is stored of the phone, while the app does not run. */
  readonly state: Json;
  change(changes: Json): void | Promise<void>;
  /** A copy of the app's files, as a backup or a thief makes it; the keys are not in it. */
  keepFiles(): void;
  /** @param ending of the files; absent: all of them */
  putFilesBack(ending?: string): void;
  throwAway(): Promise<void>;
}
