import { hex } from '../../core/codec/bytes.ts';
import { scopeOf } from '../../core/slots/scope.ts';
import type { Descriptor } from '../format-words.ts';
import type { Settings } from '../settings.ts';
import type { DeviceService, OpenVault, VaultService } from '../vault-service.ts';
import { tellingApp } from './core-failure.ts';
import { DeviceScreen } from './device-screen.ts';
import { LocalDevice } from './local-device.ts';
import { LocalVault } from './local-vault.ts';
import { OpenLocalVault } from './open-local-vault.ts';
import type { Platform } from './platform.ts';

/** Milliseconds: an app has started by then. */
const SWEEP_AFTER = 10_000;

/** The vaults that this process runs itself: on the web, and in tests. */
export class LocalVaults implements VaultService {
  readonly device: DeviceService;
  readonly platform: Platform;
  readonly #screen: DeviceScreen;
  readonly #vaults = new Map<string, OpenVault>();

  constructor(platform: Platform) {
    this.platform = platform;
    this.#screen = new DeviceScreen(platform);
    this.device = new LocalDevice(platform, this.#screen);
    this.#sweepLater(platform);
  }

  open(descriptor: Descriptor, settings: Settings): Promise<OpenVault> {
    return tellingApp(async () => {
      const { ports, appId } = this.platform;
      const scope = await scopeOf(ports.aead, appId, descriptor);
      const known = this.#vaults.get(hex(scope));
      if (known) {
        await known.configure(settings);
        return known;
      }
      const vault = new OpenLocalVault(
        new LocalVault({ platform: this.platform, screen: this.#screen, scope }, settings),
      );
      this.#vaults.set(hex(scope), vault);
      return vault;
    });
  }

  /** Not while the app starts. What can't be swept now is swept by the next process. */
  #sweepLater({ sweep, timer }: Platform): void {
    if (sweep) timer(SWEEP_AFTER, () => void sweep().catch(() => undefined));
  }

  /** Every vault that was opened. */
  get opened(): readonly OpenVault[] {
    return [...this.#vaults.values()];
  }
}
