import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { HostLines } from '../phone/host-lines.ts';
import type { PhoneUnderTest, Told } from '../phone/phone-under-test.ts';
import type { AndroidMachine } from './android-machine.ts';

type Json = Readonly<Record<string, unknown>>;

/** What a phone can be at first; see `FakeDevice`. */
export interface AndroidState {
  readonly sensor?: 'none' | 'fingerprint' | 'face';
  readonly isStrong?: boolean;
  /** 0: nobody is enrolled. */
  readonly enrolment?: number;
  readonly isScreenLockSet?: boolean;
  readonly hasStrongBox?: boolean;
  readonly hasSecureHardware?: boolean;
}

/** A phone with Android and the app on it: its files and keys stay when the app's process ends. */
export class AndroidPhone implements PhoneUnderTest {
  readonly platform = 'android';
  readonly folder = mkdtempSync(join(tmpdir(), 'identity-vault-phone-'));
  /** Everything that its processes printed, for canaries: the system's log, and whatever came out. */
  printed = '';
  readonly told: Told[] = [];
  readonly #machine: AndroidMachine;
  readonly #isReady: Promise<unknown>;
  isRunning = false;

  constructor(machine: AndroidMachine, state: AndroidState = {}) {
    this.#machine = machine;
    machine.listen({
      tell: (told) => this.told.push(told),
      print: (text) => (this.printed += text),
    });
    this.#isReady = machine.lines.do('phone', { ...state, folder: this.folder });
  }

  get app(): HostLines {
    return this.#machine.lines;
  }

  async launch(launch: Json = {}): Promise<void> {
    await this.#isReady;
    await this.app.do('launch', launch);
    this.isRunning = true;
  }

  /** The system or a person ends the app, whatever it is doing. */
  async kill(): Promise<void> {
    if (this.isRunning) await this.#machine.killApp();
    this.isRunning = false;
  }

  quit(): Promise<void> {
    return this.kill();
  }

  /** What happens while the app does not run. */
  async happens(event: string): Promise<void> {
    if (event === 'reinstall') rmSync(this.folder, { recursive: true, force: true });
    // Android takes an app's keys away with it.
    await this.app.do('device', { event });
  }

  keepFiles(): void {
    cpSync(this.folder, `${this.folder}.kept`, { recursive: true });
  }

  putFilesBack(ending = ''): void {
    const isPutBack = (file: string): boolean => statSync(file).isDirectory() || file.endsWith(ending);
    cpSync(`${this.folder}.kept`, this.folder, { recursive: true, filter: isPutBack });
  }

  get state(): never {
    throw new Error('what is stored of a phone with Android is not read by hand');
  }

  change(): never {
    throw new Error('what is stored of a phone with Android is not changed by hand');
  }

  /** Names of all files of the app, sorted. */
  get files(): readonly string[] {
    if (!existsSync(this.folder)) return [];
    const entries = readdirSync(this.folder, { recursive: true, withFileTypes: true });
    return entries.flatMap((entry) => (entry.isFile() ? entry.name : [])).sort();
  }

  async throwAway(): Promise<void> {
    await this.kill();
    rmSync(`${this.folder}.kept`, { recursive: true, force: true });
    // What the process had begun to write, it still writes.
    for (let left = 40; left > 0 && !isRemoved(this.folder); left -= 1) await setTimeout(50);
  }
}

function isRemoved(folder: string): boolean {
  try {
    rmSync(folder, { recursive: true, force: true });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOTEMPTY') throw error;
    return false;
  }
}

/** What the words of the scenarios' README mean for a phone with Android. */
export function androidStateOf({ biometrics = 'enrolled', sensor = 'fingerprint', ...rest }: Json): AndroidState {
  const { systemPasscode = true, ...others } = rest;
  return {
    sensor: biometrics === 'none' ? 'none' : (sensor as 'fingerprint' | 'face'),
    enrolment: biometrics === 'enrolled' ? 1 : 0,
    isScreenLockSet: systemPasscode as boolean,
    ...others,
  };
}
