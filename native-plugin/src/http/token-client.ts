import type { Answer } from './answer.ts';
import { isTokenRefused } from './answer.ts';
import { assertResponseAllowed, withToken, type AuthorizedRequest, type OutgoingRequest } from './authorize.ts';
import { HttpPolicyError } from './http-policy-error.ts';
import { InFlight, lockedMeanwhile } from './in-flight.ts';
import { isDue } from './lifetime.ts';
import { originPolicy, type OriginPolicy } from './origin-policy.ts';
import type { TokenClientOptions } from './token-client-options.ts';
import { TokenRenewal } from './token-renewal.ts';
import type { TokenSession } from './token-vault.ts';

/** A request that carries the token, under way. */
export interface SentRequest extends AuthorizedRequest {
  /** Aborts with the vault's error when the vault is locked meanwhile; many requests have the same. Absent: a lock aborts nothing. */
  readonly signal: AbortSignal | undefined;
}

/**
 * Adds the token to requests that may carry it, renews it when it is refused, and sends them once more. What adapters call: use those of
 * `/http/fetch`, `/http/axios` and `/http/angular`, or write one with {@link prepare} and {@link answered}.
 */
export class TokenClient<S extends TokenSession = TokenSession> {
  /** Where the token may go. */
  readonly policy: OriginPolicy;
  readonly #options: TokenClientOptions<S>;
  readonly #renewal: TokenRenewal<S>;
  readonly #inFlight = new InFlight();
  /** The session's time is known, and was judged with each request since. */
  #session: S | undefined;
  #reading: Promise<S | undefined> | undefined;

  /** @throws HttpPolicyError `InvalidOrigin` */
  constructor(options: TokenClientOptions<S>) {
    const { origins, vault } = options;
    this.policy = 'allow' in origins ? origins : originPolicy(origins);
    this.#options = options;
    this.#renewal = new TokenRenewal(options);
    vault.whenLocked?.(() => {
      this.#session = undefined;
      this.#inFlight.abort();
    });
  }

  /**
   * Before a request is sent.
   * @returns what to send in place of the request; `undefined`: send it as it is
   * @throws VaultError `VaultLocked`, `UserCanceledInteraction`, …: then it must not be sent. HttpPolicyError
   */
  async prepare(request: OutgoingRequest): Promise<SentRequest | undefined> {
    const url = request.hasAuthorization ? undefined : this.policy.allow(request.url);
    if (url === undefined) return undefined;
    const { isActivity, vault } = this.#options;
    if (isActivity?.(url)) vault.reportActivity?.();
    return this.#send(request, withToken(url, await this.#token()));
  }

  /**
   * What to do about the answer, also one that failed.
   * @returns what to send once more; `undefined`: the answer is the caller's
   * @throws HttpPolicyError `RedirectedError`, `RefreshFailed`. VaultError `VaultLocked`: a lock came meanwhile
   */
  async answered(request: OutgoingRequest, sent: SentRequest, answer: Answer): Promise<SentRequest | undefined> {
    const locks = this.#inFlight.locks;
    this.assertUsable(sent, answer);
    if (!isTokenRefused(answer)) return undefined;
    const next = await this.#instead(sent.token, request.isRepeatable ?? true);
    if (locks !== this.#inFlight.locks) throw lockedMeanwhile();
    return next && this.#send(request, withToken(sent.url, next.token));
  }

  /** The answer to what was sent once more: a second refusal is the caller's, and nothing is tried again. */
  answeredAgain(sent: SentRequest, answer: Answer): void {
    this.assertUsable(sent, answer);
    if (isTokenRefused(answer)) this.#renewal.end(sent.token);
  }

  /**
   * Whether the answer may be given to the caller.
   * @throws HttpPolicyError `RedirectedError`. VaultError `VaultLocked`: a lock came meanwhile
   */
  assertUsable({ signal, token, url: sentTo }: SentRequest, { url }: Answer): void {
    if (signal?.aborted) throw lockedMeanwhile();
    if (url === sentTo) return;
    try {
      assertResponseAllowed(url, this.policy);
    } catch (error) {
      // It may have been seen where it does not belong.
      if (this.#renewal.isPossible) this.#renewal.instead(token).catch(() => undefined);
      throw error;
    }
  }

  #send({ method = 'GET' }: OutgoingRequest, authorized: AuthorizedRequest | undefined): SentRequest | undefined {
    return authorized && { ...authorized, signal: this.#inFlight.signalFor(method) };
  }

  /** @returns `undefined`: the refusal is the caller's to see */
  async #instead(token: string, isRepeatable: boolean): Promise<S | undefined> {
    try {
      const session = await this.#renewal.instead(token);
      return isRepeatable ? session : undefined;
    } catch (error) {
      if (!isExpired(error)) throw error;
      this.#renewal.end(token);
      return undefined;
    }
  }

  async #token(): Promise<string | undefined> {
    if (this.#renewal.isUnderWay) await this.#renewal.settled();
    const session = await this.#current();
    if (!session || !this.#renewal.isPossible || !isDue(session)) return session?.token;
    return this.#renewedEarly(session);
  }

  /** One that can't be renewed now may still be good; the server decides. */
  async #renewedEarly({ token }: S): Promise<string | undefined> {
    try {
      return (await this.#renewal.instead(token))?.token;
    } catch (error) {
      if (isExpired(error)) this.#renewal.end(token);
      if (error instanceof HttpPolicyError && error.code === 'RefreshFailed') return token;
      throw error;
    }
  }

  /** What is stored is read again only where it is another session than the last one. */
  async #current(): Promise<S | undefined> {
    const { vault } = this.#options;
    const token = await vault.currentToken?.();
    const known = this.#session;
    if (known !== undefined && known.token === token) return known;
    this.#reading ??= this.#read().finally(() => (this.#reading = undefined));
    return this.#reading;
  }

  async #read(): Promise<S | undefined> {
    const { vault } = this.#options;
    const locks = this.#inFlight.locks;
    const session = (await vault.getSession()) ?? (await vault.restoreSession());
    if (locks === this.#inFlight.locks) this.#session = session;
    return session;
  }
}

function isExpired(error: unknown): boolean {
  return error instanceof HttpPolicyError && error.code === 'SessionExpired';
}
