import type {
  AuthService,
  ExpectedCallback,
  NativeAuthSession,
  ProviderAnswer,
  ProviderRequest,
} from '../auth-service.ts';
import type { NativeCalls } from './native-calls.ts';
import { wellFormed } from './sendable.ts';

/** Signs in with the native part. Exactly the members that the bridge has are sent. */
export class BridgedAuth implements AuthService {
  readonly #calls: NativeCalls;

  constructor(calls: NativeCalls) {
    this.#calls = calls;
  }

  async openSession({ url, callbackUrl, state, isEphemeral }: NativeAuthSession): Promise<string | undefined> {
    wellFormed(url, callbackUrl, state ?? null);
    const given = { url, callbackUrl, ...(state !== undefined && { state }), isEphemeral };
    return (await this.#calls.call('openAuthSession', given)).url;
  }

  async takeCallback({ callbackUrl, state }: Required<ExpectedCallback>): Promise<string | undefined> {
    wellFormed(callbackUrl, state);
    return (await this.#calls.call('takeAuthCallback', { callbackUrl, state })).url;
  }

  async send({ method, url, headers, body, timeout }: ProviderRequest): Promise<ProviderAnswer | undefined> {
    wellFormed(url, body ?? null, ...headers.flatMap(({ name, value }) => [name, value]));
    const named = headers.map(({ name, value }) => ({ name, value }));
    return this.#calls.call('sendToProvider', {
      ...{ method, url, headers: named, timeout },
      ...(body !== undefined && { body }),
    });
  }
}
