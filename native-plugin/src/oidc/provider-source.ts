import type { CheckedConfig } from './checked-config.ts';
import type { SendRequest } from './provider/guarded-fetch.ts';
import type { Provider } from './provider/provider.ts';

/** The provider, as soon as somebody needs it. */
export type ProviderSource = () => Promise<Provider>;

/** Loads the library and reads the provider's document once; what failed is tried again by the next call. */
export function providerSource(config: CheckedConfig, send: SendRequest): ProviderSource {
  let connected: Promise<Provider> | undefined;
  return () => {
    connected ??= import('./provider/connect.ts')
      .then(({ connect }) => connect(config, send))
      .catch((error: unknown) => {
        connected = undefined;
        throw error;
      });
    return connected;
  };
}
