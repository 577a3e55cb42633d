import type { Clock, SlotKems } from '../core/ports/ports.ts';
import { LocalVaults } from '../vaults/local/local-vaults.ts';
import type { PasscodePrompt } from '../vaults/local/passcode-prompt.ts';
import type { Lifecycle, Timer, Platform } from '../vaults/local/platform.ts';
import { plainAead, plainKdf } from './plain-cryptography.ts';
import { TestBiometrics } from './test-biometrics.ts';
import { TestStorage } from './test-storage.ts';

/** A device in memory: what is stored survives {@link TestDevice.boot}, processes and time don't run by themselves. */
export class TestDevice {
  readonly storage = new TestStorage();
  readonly biometrics = new TestBiometrics(this.storage.random);
  readonly #timers = new Set<{ readonly at: number; readonly callback: () => void }>();
  #now = 1_000_000;
  #inBackground: (() => void)[] = [];
  #inForeground: (() => void)[] = [];
  service: LocalVaults;
  /** What is not in memory but real, from the next process on. */
  parts: Partial<Platform> = {};

  constructor(prompt: PasscodePrompt) {
    this.service = this.boot(prompt);
  }

  /** A new process over the same storage. */
  boot(prompt: PasscodePrompt): LocalVaults {
    this.#inBackground = [];
    this.#inForeground = [];
    this.#timers.clear();
    this.service = new LocalVaults({
      appId: 'test',
      passcodeRules: { minLength: 4, maxLength: 128 },
      ports: {
        random: this.storage.random,
        aead: plainAead,
        kdf: plainKdf,
        ...this.storage.ports,
        kems: this.kems,
        clock: this.clock,
      },
      biometrics: this.biometrics.biometrics,
      device: this.biometrics.device,
      prompt,
      lifecycle: this.#lifecycle,
      screen: { cover: () => undefined, uncover: () => undefined },
      timer: this.#timer,
      channel: () => ({ post: () => undefined, onLocked: () => undefined }),
      ...this.parts,
    });
    return this.service;
  }

  background(milliseconds: number): void {
    for (const callback of this.#inBackground) callback();
    this.pass(milliseconds);
    for (const callback of this.#inForeground) callback();
  }

  /** Time goes on, wherever the app is. */
  pass(milliseconds: number): void {
    this.#now += milliseconds;
    for (const timer of [...this.#timers]) {
      if (timer.at <= this.#now && this.#timers.delete(timer)) timer.callback();
    }
  }

  get kems(): SlotKems {
    const { kem, deviceCredential } = this.biometrics;
    return { biometric: kem, ...(deviceCredential && { deviceCredential }) };
  }

  readonly clock: Clock = { now: () => this.#now };

  readonly #timer: Timer = (milliseconds, callback) => {
    const timer = { at: this.#now + milliseconds, callback };
    this.#timers.add(timer);
    return () => void this.#timers.delete(timer);
  };

  readonly #lifecycle: Lifecycle = {
    onBackground: (callback) => void this.#inBackground.push(callback),
    onForeground: (callback) => void this.#inForeground.push(callback),
  };
}
