import { useTestVault, type TestVault, type TestVaultOptions } from '../../src/testing/index.ts';
import { chooseService } from '../../src/vaults/current-service.ts';
import type { LocalVaults } from '../../src/vaults/local/local-vaults.ts';
import { bridgeTo, quiet } from './native-side/bridge-over.ts';

/** `useTestVault` of an app whose vaults are behind the bridge: in the processes of a simulated native side. */
export function useBridgedTestVault(options?: TestVaultOptions): TestVault {
  const device = useTestVault(options) as TestVault & { readonly service: LocalVaults };
  const bridged = () => bridgeTo(device.service);
  chooseService(() => bridged().service);
  const background = device.background.bind(device);
  return Object.assign(device, {
    async background(milliseconds: number): Promise<void> {
      await background(milliseconds);
      await quiet(bridged());
    },
  });
}

/** Both ways to the vaults of the test kit. */
export const TEST_VAULTS = [
  { where: 'in this process', useVault: useTestVault },
  { where: 'behind the bridge', useVault: useBridgedTestVault },
];
