import type { DeviceFacts, DeviceService } from '../vault-service.ts';
import { tellingApp } from './core-failure.ts';
import type { DeviceScreen } from './device-screen.ts';
import type { Platform } from './platform.ts';

/** The device this process runs on, as both API generations ask it. */
export class LocalDevice implements DeviceService {
  readonly #platform: Pick<Platform, 'biometrics' | 'device'>;
  readonly #screen: DeviceScreen;

  constructor(platform: Pick<Platform, 'biometrics' | 'device'>, screen: DeviceScreen) {
    this.#platform = platform;
    this.#screen = screen;
  }

  facts(): Promise<DeviceFacts> {
    return tellingApp(() => this.#platform.device.facts());
  }

  isBiometricsSupported(): Promise<boolean> {
    return tellingApp(() => this.#platform.biometrics.isSupported());
  }

  isBiometricsAvailable(): Promise<boolean> {
    return tellingApp(() => this.#platform.biometrics.isAvailable());
  }

  /** Browsers show texts of their own. */
  showBiometricPrompt(): Promise<void> {
    return tellingApp(() => this.#platform.device.prove());
  }

  setHidesScreen(isHidden: boolean): Promise<void> {
    return tellingApp(() => this.#screen.hide(isHidden));
  }

  hidesScreen(): Promise<boolean> {
    return tellingApp(() => this.#screen.hides);
  }
}
