import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Page } from '../phone/page.ts';
import { IosPhone, type PhoneState } from './ios-phone.ts';
import { vaultModules, type VaultService, type WorldOptions } from '../phone/vault-modules.ts';

type Settings = Readonly<Record<string, unknown>>;

/** The world of `native-plugin/tests/contract` on a fake phone: JavaScript, the bridge, the plugin. */
export class IosWorld {
  readonly phone: IosPhone;
  #page: Page | undefined;
  #service: VaultService | undefined;
  #passcode: string | undefined = vaultModules.PASSCODE;

  constructor(executable: string, options: WorldOptions = {}) {
    this.phone = new IosPhone(executable, phoneFor(options));
  }

  get service(): VaultService {
    if (!this.#service) throw new Error('the app does not run');
    return this.#service;
  }

  get promptCount(): number {
    return this.#promptsOf('passcodeEntry');
  }

  get biometricPromptCount(): number {
    return this.#promptsOf('biometric') + this.#promptsOf('passcode');
  }

  get screen(): readonly ('covered' | 'uncovered')[] {
    return this.phone.told.flatMap(({ screen }) => screen ?? []);
  }

  async start(): Promise<void> {
    await this.phone.launch();
    await this.#enter();
    const page = new Page(this.phone.app);
    this.#page = page;
    const hello = vaultModules.hello(await page.hello({ protocols: [1] }), 'hello');
    this.#service = new vaultModules.BridgedVaults(page, hello);
  }

  open(settings: Settings = {}, descriptor: unknown = { key: 'app' }): Promise<unknown> {
    return this.service.open(descriptor, { ...vaultModules.SETTINGS, ...settings });
  }

  enterPasscode(passcode: string): void {
    this.#passcode = passcode;
    void this.#enter();
  }

  cancelPrompts(): void {
    this.#passcode = undefined;
    void this.#enter();
  }

  answerBiometrics(outcome: 'ok' | 'canceled' | 'lockedOut'): void {
    const { app } = this.phone;
    const answer = { ok: 'match', canceled: 'cancel', lockedOut: 'mismatch' }[outcome];
    void app.do('always', { answer });
    void app.do('device', { event: outcome === 'lockedOut' ? 'oneTouchLeft' : 'unlockScreen' });
  }

  enrolBiometrics(): void {
    void this.phone.app.do('device', { event: 'enrolAnother' });
  }

  async background(milliseconds: number): Promise<void> {
    await this.phone.app.do('leave');
    await this.phone.app.do('pass', { milliseconds });
    await this.phone.app.do('show');
    await this.quiet();
  }

  async wait(milliseconds: number): Promise<void> {
    await this.phone.app.do('pass', { milliseconds });
    await this.quiet();
  }

  damage(): Promise<void> {
    const library = join(this.phone.folder, 'Library');
    const files = readdirSync(library, { recursive: true, encoding: 'utf8' });
    for (const file of files.filter((name) => /\.idv1(\.old)?$/.test(name))) {
      writeFileSync(join(library, file), 'no envelope');
    }
    return Promise.resolve();
  }

  async restart(): Promise<void> {
    this.#page?.unload();
    await this.phone.quit();
    await this.start();
  }

  async quiet(): Promise<void> {
    await this.#page?.quiet();
  }

  #promptsOf(kind: string): number {
    return this.phone.told.filter(({ prompt }) => prompt === kind).length;
  }

  async #enter(): Promise<void> {
    const passcode = this.#passcode;
    await this.phone.app.do('enter', passcode === undefined ? {} : { passcode });
  }
}

/** A phone with someone enrolled has a passcode, too. */
function phoneFor({ biometrics = 'none', systemPasscode = false }: WorldOptions): PhoneState {
  return {
    biometry: biometrics === 'none' ? 'none' : 'touchID',
    enrolment: biometrics === 'enrolled' ? 1 : 0,
    isPasscodeSet: systemPasscode || biometrics === 'enrolled',
  };
}
