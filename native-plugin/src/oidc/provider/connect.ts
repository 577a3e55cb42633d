import { allowInsecureRequests, clockTolerance, Configuration, customFetch, discovery, None } from 'openid-client';
import type { ClientMetadata, DiscoveryRequestOptions } from 'openid-client';
import type { CheckedConfig } from '../checked-config.ts';
import { checkedMetadata } from './checked-metadata.ts';
import { failureOf } from './failure-of.ts';
import { guardedFetch, type SendRequest } from './guarded-fetch.ts';
import { LibraryProvider } from './library-provider.ts';
import type { Provider } from './provider.ts';

/** Reads the provider's document, and holds it to the configuration. @throws OidcError */
export async function connect(config: CheckedConfig, send: SendRequest): Promise<Provider> {
  const options = optionsOf(config, send);
  try {
    const found = await discovery(new URL(config.issuer), config.clientId, clientOf(config), None(), options);
    return new LibraryProvider(config, libraryOf(config, found));
  } catch (error) {
    throw failureOf(error, 'discovery');
  }
}

/** For what the document doesn't say, a new configuration: the library's own can't be changed. Else its own: it knows Entra ID's issuers. */
function libraryOf(config: CheckedConfig, found: Configuration): Configuration {
  const document = found.serverMetadata();
  const metadata = checkedMetadata(document, config);
  if (metadata === document) return found;
  const library = new Configuration(metadata, config.clientId, clientOf(config), None());
  const { [customFetch]: send, timeout } = found;
  if (send) library[customFetch] = send;
  library.timeout = timeout;
  return library;
}

function clientOf(config: CheckedConfig): Partial<ClientMetadata> {
  return { token_endpoint_auth_method: 'none', [clockTolerance]: config.clockTolerance };
}

function optionsOf({ issuer, policy, timeout }: CheckedConfig, send: SendRequest): DiscoveryRequestOptions {
  const guarded = guardedFetch(send, policy);
  return {
    [customFetch]: (url, init) => guarded(url, init as RequestInit),
    timeout,
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- Only on this machine: the policy allows http to nowhere else.
    ...(issuer.startsWith('http:') && { execute: [allowInsecureRequests] }),
  };
}
