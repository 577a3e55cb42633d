import { Page } from './page.ts';
import type { PhoneUnderTest } from './phone-under-test.ts';
import { vaultModules, type VaultService } from './vault-modules.ts';

type Settings = Readonly<Record<string, unknown>>;

/** The world of `native-plugin/tests/contract` on a fake phone: JavaScript, the bridge, the plugin. */
export abstract class PhoneWorld<Phone extends PhoneUnderTest> {
  readonly phone: Phone;
  #page: Page | undefined;
  #service: VaultService | undefined;
  #passcode: string | undefined = vaultModules.PASSCODE;

  constructor(phone: Phone) {
    this.phone = phone;
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

  /** What is stored is there but can't be read. */
  abstract damage(): Promise<void>;

  async restart(): Promise<void> {
    this.#page?.unload();
    await this.phone.quit();
    await this.start();
  }

  /** The page is gone first: it would tell its listeners that its app has ended. */
  async throwAway(): Promise<void> {
    this.#page?.unload();
    await this.phone.throwAway();
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
