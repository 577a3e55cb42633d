import type {
  AuthService,
  NativeAuthSession,
  ProviderAnswer,
  ProviderRequest,
} from '../../../src/vaults/auth-service.ts';
import { configuredOrigin, isAnswer, providerOrigin, type ExpectedAnswer } from './auth-addresses.ts';
import { RefusalMessage } from './refusal-message.ts';

/** What is around the sign-in of a process. */
export interface AuthParts {
  /** Entries of `authOrigins`. */
  readonly origins: readonly string[];
  /** Milliseconds. */
  readonly now: () => number;
  /** The network; `undefined`: no answer. */
  readonly network?: (request: ProviderRequest) => Promise<ProviderAnswer | undefined>;
}

const MOST_ARRIVALS = 8;
const LIFETIME = 600_000;

/** The browser and the network of the native part, with a person and a provider that a test plays. BRIDGE.md §4.5. */
export class SimulatedAuth implements AuthService {
  readonly shown: NativeAuthSession[] = [];
  readonly #parts: AuthParts;
  readonly #origins: ReadonlySet<string | undefined>;
  #arrivals: { readonly url: string; readonly at: number }[] = [];
  #current: { readonly session: NativeAuthSession; readonly end: (url: string | undefined) => void } | undefined;

  constructor(parts: AuthParts) {
    this.#parts = parts;
    this.#origins = new Set(parts.origins.map(configuredOrigin));
  }

  openSession(session: NativeAuthSession): Promise<string | undefined> {
    this.#assertAllowed(session.url);
    if (this.#current) throw new RefusalMessage('Conflict');
    this.shown.push(session);
    return new Promise((end) => {
      this.#current = { session, end };
    });
  }

  takeCallback(expected: ExpectedAnswer): Promise<string | undefined> {
    const { now } = this.#parts;
    const index = this.#arrivals.findIndex(({ url, at }) => now() - at <= LIFETIME && isAnswer(expected, url));
    return Promise.resolve(index < 0 ? undefined : this.#arrivals.splice(index, 1)[0]?.url);
  }

  async send(request: ProviderRequest): Promise<ProviderAnswer | undefined> {
    this.#assertAllowed(request.url);
    return this.#parts.network?.(request);
  }

  /** The system opens the app with this address. @returns whether the session that is shown takes it */
  arrive(url: string): boolean {
    if (this.#current && isAnswer(this.#current.session, url)) {
      this.#end(url);
      return true;
    }
    this.#arrivals = [...this.#arrivals, { url, at: this.#parts.now() }].slice(-MOST_ARRIVALS);
    return false;
  }

  /** The person closes the window. */
  close(): void {
    this.#end(undefined);
  }

  #end(url: string | undefined): void {
    this.#current?.end(url);
    this.#current = undefined;
  }

  #assertAllowed(url: string): void {
    const origin = providerOrigin(url);
    if (origin !== undefined && this.#origins.has(origin)) return;
    throw new RefusalMessage('PolicyNotMet', { reason: 'ORIGIN_NOT_ALLOWED' });
  }
}
