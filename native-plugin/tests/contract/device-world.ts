import { utf8 } from '../../src/core/codec/bytes.ts';
import { ScriptedPrompt } from '../../src/testing/scripted-prompt.ts';
import { TestDevice } from '../../src/testing/test-device.ts';
import type { BiometricOutcome } from '../../src/testing/test-vault.ts';
import type { LocalVaults } from '../../src/vaults/local/local-vaults.ts';
import type { Descriptor } from '../../src/vaults/format-words.ts';
import type { Settings } from '../../src/vaults/settings.ts';
import type { OpenVault, VaultService } from '../../src/vaults/vault-service.ts';
import { PASSCODE, SETTINGS, type World, type WorldOptions } from './world.ts';

/** How the vaults of a process are reached. */
export interface Reach {
  readonly service: VaultService;
  /** Until the app has heard of everything that happened. */
  quiet(): Promise<void>;
  /** The process ends. */
  end(): void;
}

/** A world on the test kit's device, whatever is between it and the app. */
export class DeviceWorld implements World {
  readonly screen: ('covered' | 'uncovered')[] = [];
  readonly #prompt = new ScriptedPrompt(PASSCODE);
  readonly #device: TestDevice = new TestDevice(this.#prompt);
  readonly #reach: (vaults: LocalVaults) => Reach;
  readonly #stored = new Set<string>();
  #now: Reach;

  constructor(options: WorldOptions, reach: (vaults: LocalVaults) => Reach) {
    this.#device.biometrics.state = options.biometrics ?? 'none';
    this.#device.biometrics.isSystemPasscodeSet = options.systemPasscode ?? false;
    this.#device.parts = {
      screen: {
        cover: () => void this.screen.push('covered'),
        uncover: () => void this.screen.push('uncovered'),
      },
    };
    this.#reach = reach;
    this.#now = reach(this.#boot());
  }

  get service(): VaultService {
    return this.#now.service;
  }

  get promptCount(): number {
    return this.#prompt.count;
  }

  get biometricPromptCount(): number {
    return this.#device.biometrics.promptCount;
  }

  open(settings: Partial<Settings> = {}, descriptor: Descriptor = { key: 'app' }): Promise<OpenVault> {
    return this.service.open(descriptor, { ...SETTINGS, ...settings });
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

  background(milliseconds: number): Promise<void> {
    this.#device.background(milliseconds);
    return this.quiet();
  }

  wait(milliseconds: number): Promise<void> {
    this.#device.pass(milliseconds);
    return this.quiet();
  }

  async damage(): Promise<void> {
    const { blobs } = this.#device.service.platform.ports;
    for (const name of this.#stored) if (await blobs.read(name)) await blobs.write(name, utf8('no envelope'));
  }

  restart(): Promise<void> {
    this.#now.end();
    this.#now = this.#reach(this.#boot());
    return Promise.resolve();
  }

  quiet(): Promise<void> {
    return this.#now.quiet();
  }

  #boot(): LocalVaults {
    const vaults = this.#device.boot(this.#prompt);
    const { joint } = vaults.platform.ports;
    if (!joint) throw new TypeError('The test device writes jointly.');
    const noting = {
      ...joint,
      commit: (name: string, commit: Parameters<typeof joint.commit>[1]) => {
        this.#stored.add(name);
        return joint.commit(name, commit);
      },
    };
    this.#device.parts = { ...this.#device.parts, ports: { ...vaults.platform.ports, joint: noting } };
    return this.#device.boot(this.#prompt);
  }
}
