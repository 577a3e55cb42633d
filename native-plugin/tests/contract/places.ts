import type { LocalVaults } from '../../src/vaults/local/local-vaults.ts';
import { bridgeTo, quiet } from '../support/native-side/bridge-over.ts';
import { atOnce, outOfOrder, type Delivery } from '../support/native-side/delivery.ts';
import type { NativeOptions } from '../support/native-side/native-side.ts';
import { DeviceWorld, type Reach } from './device-world.ts';
import type { World, WorldOptions } from './world.ts';

/** Where the contract holds. */
export interface Place {
  readonly name: string;
  readonly world: (options: WorldOptions) => World;
}

function directly(service: LocalVaults): Reach {
  return {
    service,
    quiet: () => new Promise((resolve) => void setTimeout(resolve, 0)),
    end: () => undefined,
  };
}

/** @param options of each process */
export function overBridge(
  delivery: () => Delivery,
  options?: (vaults: LocalVaults) => NativeOptions,
): (vaults: LocalVaults) => Reach {
  return (vaults) => {
    const bridged = bridgeTo(vaults, delivery(), options?.(vaults));
    return { service: bridged.service, quiet: () => quiet(bridged), end: () => bridged.page.unload() };
  };
}

export const PLACES: readonly Place[] = [
  { name: 'in this process', world: (options) => new DeviceWorld(options, directly) },
  {
    name: 'behind the bridge',
    world: (options) =>
      new DeviceWorld(
        options,
        overBridge(() => atOnce),
      ),
  },
  ...[1, 2, 3].map((seed) => ({
    name: `behind a bridge that is late and out of order (${seed})`,
    world: (options: WorldOptions) =>
      new DeviceWorld(
        options,
        overBridge(() => outOfOrder(seed)),
      ),
  })),
];
