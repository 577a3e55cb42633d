import { BridgedVaults } from '../../../src/vaults/bridged/bridged-vaults.ts';
import { hello } from '../../../src/vaults/bridged/hello.ts';
import type { VaultService } from '../../../src/vaults/vault-service.ts';
import { atOnce, type Delivery } from './delivery.ts';
import { NativeSide, type NativeOptions } from './native-side.ts';
import { Page } from './page.ts';

/** A page that has vaults of a process of its own behind the bridge. */
export interface Bridged {
  readonly service: BridgedVaults;
  readonly page: Page;
}

export function bridgeOver(native: NativeSide, delivery: Delivery = atOnce): Bridged {
  const page = new Page(native, delivery);
  return { page, service: new BridgedVaults(page, hello(native.hello({ protocols: [1] }), 'hello')) };
}

const bridged = new WeakMap<VaultService, Bridged>();

/** The bridge to these vaults; the same for the same vaults. */
export function bridgeTo(vaults: VaultService, delivery?: Delivery, options?: NativeOptions): Bridged {
  const known = bridged.get(vaults) ?? bridgeOver(new NativeSide(vaults, options), delivery);
  bridged.set(vaults, known);
  return known;
}

/** Until nothing passes any more, and the page heard of everything. */
export async function quiet({ page }: Bridged): Promise<void> {
  do await new Promise((resolve) => void setTimeout(resolve, 0));
  while (!page.isQuiet);
}
