import type { AuthService, ProviderAnswer, ProviderRequest } from '../../src/vaults/auth-service.ts';
import type { Delivery } from '../support/native-side/delivery.ts';
import { atOnce, outOfOrder } from '../support/native-side/delivery.ts';
import { SimulatedAuth } from '../support/native-side/simulated-auth.ts';
import { DeviceWorld } from './device-world.ts';
import { overBridge } from './places.ts';

export const ORIGIN = 'https://login.example.com';

/** A phone with a browser and a network. Only native code signs in, so there is no place without a bridge. */
export class SignInWorld {
  readonly world: DeviceWorld;
  /** What the provider was asked, and what it answers next. */
  readonly asked: ProviderRequest[] = [];
  answer: ProviderAnswer | undefined;
  /** The browser of the process that runs now: what the person and the system do. */
  browser!: SimulatedAuth;

  constructor(delivery: () => Delivery) {
    this.world = new DeviceWorld(
      {},
      overBridge(delivery, (vaults) => ({ auth: this.#newBrowser(() => vaults.platform.ports.clock.now()) })),
    );
  }

  get auth(): AuthService {
    const { auth } = this.world.service;
    if (!auth) throw new TypeError('This place signs nobody in.');
    return auth;
  }

  #newBrowser(now: () => number): SimulatedAuth {
    const network = (request: ProviderRequest) => {
      this.asked.push(request);
      return Promise.resolve(this.answer);
    };
    return (this.browser = new SimulatedAuth({ origins: [ORIGIN], now, network }));
  }
}

export const SIGN_IN_PLACES = [
  { name: 'behind the bridge', world: () => new SignInWorld(() => atOnce) },
  ...[1, 2].map((seed) => ({
    name: `behind a bridge that is late and out of order (${seed})`,
    world: () => new SignInWorld(() => outOfOrder(seed)),
  })),
];
