/** A fault of one request. */
export interface Fault {
  readonly isDown?: boolean;
  readonly delay?: number;
  readonly answerDelay?: number;
  readonly status?: number;
  readonly type?: string;
  readonly body?: string;
  readonly change?: (answer: Readonly<Record<string, string>>) => unknown;
}

export interface ProviderOptions {
  readonly port?: number;
  readonly ttl?: Readonly<Record<string, number>>;
  readonly redirectUris: readonly string[];
  readonly postLogoutRedirectUris?: readonly string[];
}

export interface OpenIdProvider {
  readonly issuer: string;
  readonly requests: string[];
  fault(path: string, what: Fault): void;
  signIn(url: string, account?: string): Promise<string>;
  close(): Promise<void>;
}

export function startProvider(options: ProviderOptions): Promise<OpenIdProvider>;

export function withClaims(
  token: string,
  change: (claims: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>,
): string;
