/** A fault of one request. */
export interface Fault {
  readonly isDown?: boolean;
  readonly delay?: number;
  readonly status?: number;
  readonly type?: string;
  readonly body?: string;
  readonly change?: (answer: Readonly<Record<string, string>>) => unknown;
}

/** An answer that is kept back. */
export interface Held {
  /** The provider has done its part. */
  readonly arrived: Promise<void>;
  /** Sends it. */
  open(): void;
}

export interface ProviderOptions {
  readonly port?: number;
  /** Its issuer, where that is not the address it listens at: a name with https, as apps reach it. */
  readonly name?: string;
  readonly ttl?: Readonly<Record<string, number>>;
  readonly redirectUris: readonly string[];
  readonly postLogoutRedirectUris?: readonly string[];
}

export interface OpenIdProvider {
  readonly issuer: string;
  readonly requests: string[];
  fault(path: string, what: Fault): void;
  hold(path: string): Held;
  signIn(url: string, account?: string): Promise<string>;
  /** Where a request to the issuer really goes. */
  reach(url: string): string;
  close(): Promise<void>;
}

export function startProvider(options: ProviderOptions): Promise<OpenIdProvider>;

export function withClaims(
  token: string,
  change: (claims: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>,
): string;
