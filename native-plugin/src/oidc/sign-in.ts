import type { AuthSessionRequest } from './auth-session.ts';
import type { CheckedConfig } from './checked-config.ts';
import { OidcError } from './oidc-error.ts';
import { isSameUser, type OidcSession } from './oidc-session.ts';
import type { AllParts } from './parts.ts';
import { isAnswerTo, isOver, type PendingLogin } from './pending/pending-login.ts';
import type { ProviderSource } from './provider-source.ts';
import { sessionOf } from './provider/tokens.ts';

/** For one sign-in. */
export interface LoginOptions {
  /** An in-app path, such as `/orders/7`: comes back with the session. */
  readonly returnTo?: string;
  /** Sent to the provider, such as `prompt: 'login'`, `login_hint`, `ui_locales`. They can't replace what the protocol needs. */
  readonly parameters?: Readonly<Record<string, string>>;
}

/** Somebody signed in, and the session is in the vault. */
export interface SignedIn {
  /** As it was stored. */
  readonly session: OidcSession;
  /** An in-app path: never another origin. */
  readonly returnTo: string | undefined;
}

/** The way of one sign-in, from the first address to the stored session. */
export class SignIn {
  readonly #config: CheckedConfig;
  readonly #parts: AllParts;
  readonly #provider: ProviderSource;

  constructor(config: CheckedConfig, parts: AllParts, provider: ProviderSource) {
    this.#config = config;
    this.#parts = parts;
    this.#provider = provider;
  }

  /** @returns `undefined`: the page leaves, and the next one takes the answer */
  async begin({ returnTo, parameters = {} }: LoginOptions): Promise<SignedIn | undefined> {
    const { authSession, pending: store, clock } = this.#parts;
    const provider = await this.#provider();
    const pending = provider.begin(clock().wall, returnTo);
    const url = await provider.authorizationUrl(pending, parameters);
    await store.put(pending);
    try {
      const result = await authSession.open({ url, ...this.#expected(pending) });
      if (result.kind === 'left') return undefined;
      if (result.kind === 'callback') return await this.finish(result.url);
      throw new OidcError('LoginCanceled', 'The user closed the sign-in.');
    } catch (error) {
      await store.take(pending.state);
      throw error;
    }
  }

  #expected(pending: PendingLogin): Omit<AuthSessionRequest, 'url'> {
    const { redirectUri: callbackUrl, state } = pending;
    const isAnswer = (address: string) => isAnswerTo(pending, address);
    return { callbackUrl, state, isEphemeral: this.#config.isEphemeral, isAnswer };
  }

  /** @returns `undefined`: this is no answer to a sign-in that was begun here. Whatever was begun goes on */
  async finish(answer: string): Promise<SignedIn | undefined> {
    const { authSession, pending: store, clock } = this.#parts;
    const pending = await store.peek();
    if (pending?.issuer !== this.#config.issuer || !isAnswerTo(pending, answer)) return undefined;
    await authSession.forget();
    // Before the exchange: what comes twice is exchanged once.
    if (!(await store.take(pending.state))) return undefined;
    const { wall } = clock();
    if (isOver(pending, wall))
      throw new OidcError('LoginFailed', 'The answer came too late. Sign in again.', 'too_late');
    const session = await this.#session(answer, pending);
    await this.#store(session);
    return { session, returnTo: inAppPath(pending.returnTo) };
  }

  async #session(answer: string, pending: PendingLogin): Promise<OidcSession> {
    const tokens = await (await this.#provider()).exchange(answer, pending);
    if (!tokens.id) throw new OidcError('LoginFailed', 'The provider gave no ID token.', 'id_token');
    return sessionOf(tokens, tokens.id, this.#parts.clock().wall);
  }

  /** Of another user, or of one who can't be told while the vault is locked, nothing stays. */
  async #store(session: OidcSession): Promise<void> {
    const { vault } = this.#parts;
    const former = await vault.getSession();
    await (former && isSameUser(former, session) ? vault.saveSession(session) : vault.login(session));
  }
}

/** `//other.example` and `/\other.example` are other origins. */
function inAppPath(path: string | undefined): string | undefined {
  return path !== undefined && /^\/(?![/\\])/.test(path) ? path : undefined;
}
