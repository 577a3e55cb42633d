import type { BiometricPromptConfig } from '../../definitions/device.ts';
import type { DeviceFacts, DeviceService } from '../vault-service.ts';
import type { NativeCalls } from './native-calls.ts';
import { sendableTexts } from './sendable.ts';

/** The device that native code asks. */
export class BridgedDevice implements DeviceService {
  readonly #calls: NativeCalls;

  constructor(calls: NativeCalls) {
    this.#calls = calls;
  }

  facts(): Promise<DeviceFacts> {
    return this.#calls.call('deviceFacts', {});
  }

  isBiometricsSupported(): Promise<boolean> {
    return this.#calls.call('isBiometricsSupported', {});
  }

  isBiometricsAvailable(): Promise<boolean> {
    return this.#calls.call('isBiometricsAvailable', {});
  }

  showBiometricPrompt(texts: BiometricPromptConfig): Promise<void> {
    return this.#calls.call('showBiometricPrompt', { texts: sendableTexts(texts) });
  }

  setHidesScreen(isHidden: boolean): Promise<void> {
    return this.#calls.call('setHidesScreen', { isHidden });
  }

  hidesScreen(): Promise<boolean> {
    return this.#calls.call('hidesScreen', {});
  }
}
