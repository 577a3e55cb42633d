import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { profiles } from '../../../scripts/native/ios-app.mjs';
import type { HostLines } from '../phone/host-lines.ts';
import type { PhoneUnderTest, Told } from '../phone/phone-under-test.ts';
import { appProcess, type Launch } from './app-process.ts';

/** What a phone can be at first; see `DeviceState` of the fakes. */
export interface PhoneState {
  readonly biometry?: 'none' | 'touchID' | 'faceID';
  readonly permission?: 'notDetermined' | 'granted' | 'denied';
  /** 0: nobody is enrolled. */
  readonly enrolment?: number;
  readonly isPasscodeSet?: boolean;
  readonly hasSecureEnclave?: boolean;
  readonly dropsItemsOfRemovedPasscode?: boolean;
  readonly hidesKeysOfFormerEnrolment?: boolean;
  readonly accessGroups?: readonly string[];
}

/** Where a process writes which lines it ran. */
const measured = { LLVM_PROFILE_FILE: join(profiles, '%p-%m.profraw') };

const NEW = {
  biometry: 'faceID',
  permission: 'granted',
  enrolment: 1,
  isPasscodeSet: true,
  passcodeEpoch: 0,
  mismatches: 0,
  isScreenLocked: false,
  wasUnlockedSinceBoot: true,
  hasSecureEnclave: true,
  dropsItemsOfRemovedPasscode: true,
  hidesKeysOfFormerEnrolment: true,
  nanosecondsSinceBoot: 60_000_000_000,
  items: [],
  accessGroups: ['TEAM.com.example.app'],
};

/** A fake phone with the app on it: its files and Keychain stay when the app's process ends. */
export class IosPhone implements PhoneUnderTest {
  readonly platform = 'ios';
  readonly folder = mkdtempSync(join(tmpdir(), 'identity-vault-phone-'));
  /** Everything that its processes printed, for canaries. */
  printed = '';
  readonly told: Told[] = [];
  readonly #executable: string;
  readonly #environment: NodeJS.ProcessEnv;
  #app: HostLines | undefined;

  /** @param environment what else its processes find: `FAKE_ROOTS`, a file with the certificates that it trusts */
  constructor(executable: string, state: PhoneState = {}, environment: NodeJS.ProcessEnv = {}) {
    this.#executable = executable;
    this.#environment = environment;
    this.change({ ...NEW, ...state });
  }

  /** The process that runs now. */
  get app(): HostLines {
    if (!this.#app) throw new Error('the app does not run');
    return this.#app;
  }

  get isRunning(): boolean {
    return this.#app !== undefined;
  }

  async launch(launch: Launch = {}): Promise<HostLines> {
    const own = { FAKE_DEVICE: this.#file, HOME: this.folder, XDG_DATA_HOME: this.#library };
    const executable = launch.isExtension ? this.#executable.replace(/\/App\.app\//, '/App.appex/') : this.#executable;
    const app = appProcess(
      executable,
      { ...own, ...measured, ...this.#environment },
      {
        tell: (told) => this.told.push(told),
        print: (text) => (this.printed += text),
      },
    );
    this.#app = app;
    await app.do('launch', { ...launch });
    return app;
  }

  /** The system or a person ends the app, whatever it is doing. */
  async kill(): Promise<void> {
    await this.#app?.kill();
    this.#app = undefined;
  }

  /** The app ends by itself, so that it writes what it measured. */
  async quit(): Promise<void> {
    await this.#app?.end();
    this.#app = undefined;
  }

  /** What is stored of the phone, while the app does not run. */
  get state(): Record<string, unknown> {
    return JSON.parse(readFileSync(this.#file, 'utf8')) as Record<string, unknown>;
  }

  change(changes: Readonly<Record<string, unknown>>): void {
    if (this.#app) throw new Error('the app runs, and has the state');
    const before = changes === NEW || !this.#isThere ? {} : this.state;
    writeFileSync(this.#file, JSON.stringify({ ...before, ...changes }));
    this.#isThere = true;
  }

  /** What happens while the app does not run. */
  happens(event: string): void {
    const { enrolment, passcodeEpoch, items, isPasscodeSet } = this.state as {
      readonly enrolment: number;
      readonly passcodeEpoch: number;
      readonly isPasscodeSet: boolean;
      readonly items: readonly { readonly access: { readonly protection: string } }[];
    };
    const changes: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
      enrolAnother: { enrolment: enrolment + 1 },
      removeBiometrics: { enrolment: 0 },
      setPasscode: { isPasscodeSet: true },
      changePasscode: { mismatches: 0 },
      removePasscode: {
        ...{ isPasscodeSet: false, enrolment: 0, passcodeEpoch: passcodeEpoch + 1 },
        items: items.filter(({ access }) => access.protection !== 'akpu'),
      },
      lockScreen: { isScreenLocked: isPasscodeSet },
      unlockScreen: { isScreenLocked: false, wasUnlockedSinceBoot: true, mismatches: 0 },
      reboot: {
        ...{ isScreenLocked: isPasscodeSet, wasUnlockedSinceBoot: !isPasscodeSet },
        nanosecondsSinceBoot: 1_000_000_000,
      },
    };
    if (event === 'reinstall') this.reinstall();
    else if (changes[event]) this.change(changes[event]);
    else throw new Error(`${event} can't happen while the app does not run`);
  }

  /** What a copy of the app's files can be made of and put back to. */
  keepFiles(): void {
    cpSync(this.#library, `${this.#library}.kept`, { recursive: true });
  }

  putFilesBack(ending = ''): void {
    const isPutBack = (file: string): boolean => statSync(file).isDirectory() || file.endsWith(ending);
    cpSync(`${this.#library}.kept`, this.#library, { recursive: true, filter: isPutBack });
  }

  /** Names of all files of the app, sorted. */
  get files(): readonly string[] {
    if (!existsSync(this.#library)) return [];
    const entries = readdirSync(this.#library, { recursive: true, withFileTypes: true });
    return entries.flatMap((entry) => (entry.isFile() ? entry.name : [])).sort();
  }

  /** Everything that the app stored in files is gone; the Keychain stays. */
  reinstall(): void {
    rmSync(this.#library, { recursive: true, force: true });
  }

  async throwAway(): Promise<void> {
    await this.quit();
    rmSync(this.folder, { recursive: true, force: true });
  }

  #isThere = false;

  get #library(): string {
    return join(this.folder, 'Library');
  }

  get #file(): string {
    return join(this.folder, 'device.json');
  }
}

/** What the README's words mean for a fake iPhone. */
export function iosStateOf({
  biometrics = 'enrolled',
  sensor = 'face',
  ...rest
}: Readonly<Record<string, unknown>>): PhoneState {
  return {
    biometry: biometrics === 'none' ? 'none' : sensor === 'face' ? 'faceID' : 'touchID',
    enrolment: biometrics === 'enrolled' ? 1 : 0,
    ...rest,
    ...('systemPasscode' in rest && { isPasscodeSet: rest['systemPasscode'] as boolean }),
  };
}
