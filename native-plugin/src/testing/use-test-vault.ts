import { chooseService } from '../vaults/current-service.ts';
import type { LocalVaults } from '../vaults/local/local-vaults.ts';
import { ScriptedPrompt } from './scripted-prompt.ts';
import { TestDevice } from './test-device.ts';
import type { BiometricOutcome, TestVault, TestVaultOptions } from './test-vault.ts';

/**
 * Puts every vault made from now on into memory, of either generation, and what `Device` answers. Call it before the
 * identity service or `Vault` is constructed.
 *
 * @example
 * let vault: TestVault;
 * beforeEach(() => (vault = useTestVault()));
 * afterEach(() => vault.restore());
 *
 * it('forgets the token when it is locked', async () => {
 *   const identity = TestBed.inject(IdentityService);
 *   await identity.login({ username: 'ada', token: 'secret' });
 *   await vault.lock();
 *   expect(await identity.getSession()).toBeUndefined();
 * });
 */
export function useTestVault(options: TestVaultOptions = {}): TestVault {
  const vault = new InMemoryVault(options);
  chooseService(() => vault.service);
  return vault;
}

class InMemoryVault implements TestVault {
  readonly #options: Required<TestVaultOptions>;
  #prompt: ScriptedPrompt;
  #device: TestDevice;

  constructor({ passcode = '12345678', biometrics = 'none', systemPasscode = false }: TestVaultOptions) {
    this.#options = { passcode, biometrics, systemPasscode };
    this.#prompt = new ScriptedPrompt(passcode);
    this.#device = this.#newDevice();
  }

  get service(): LocalVaults {
    return this.#device.service;
  }

  get promptCount(): number {
    return this.#prompt.count;
  }

  get biometricPromptCount(): number {
    return this.#device.biometrics.promptCount;
  }

  enterPasscode(passcode: string): void {
    this.#prompt.passcode = passcode;
  }

  cancelPrompts(): void {
    this.#prompt.passcode = undefined;
  }

  answerBiometrics(outcome: BiometricOutcome): void {
    this.#device.biometrics.outcome = outcome;
  }

  enrolBiometrics(): void {
    this.#device.biometrics.enrol();
  }

  lock(): Promise<void> {
    return Promise.all(this.service.opened.map((vault) => vault.lock())).then(() => undefined);
  }

  background(milliseconds: number): Promise<void> {
    this.#device.background(milliseconds);
    return Promise.resolve();
  }

  restart(): void {
    this.#device.boot(this.#prompt);
  }

  reset(): void {
    this.#prompt = new ScriptedPrompt(this.#options.passcode);
    this.#device = this.#newDevice();
  }

  restore(): void {
    chooseService(undefined);
  }

  #newDevice(): TestDevice {
    const device = new TestDevice(this.#prompt);
    device.biometrics.state = this.#options.biometrics;
    device.biometrics.isSystemPasscodeSet = this.#options.systemPasscode;
    device.boot(this.#prompt);
    return device;
  }
}
