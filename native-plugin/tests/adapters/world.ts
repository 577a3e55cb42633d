import { AuthMode, type VaultOptions } from '../../src/index.ts';
import { originPolicy, TokenClient, type TokenClientOptions } from '../../src/http/index.ts';
import { useTestVault, type TestVault } from '../../src/testing/index.ts';
import { ada, Identity, type Session } from '../support/identity.ts';
import { Backend } from './backend.ts';
import type { Adapter, Caller, Recorded } from './callers.ts';

export const PAGE = 'http://localhost:4200/app/';

/** A session as the backend of an app gives it. */
export interface Renewable extends Session {
  readonly expires_in?: number;
  readonly receivedAt?: number;
}

/** An app with its adapter, vault and server. */
export class World {
  readonly adapter: Adapter;
  readonly backend: Backend;
  readonly device: TestVault;
  identity: Identity;
  /** Tokens that the app was told are over. */
  readonly ended: string[] = [];

  private constructor(adapter: Adapter, backend: Backend) {
    this.adapter = adapter;
    this.backend = backend;
    this.device = useTestVault();
    this.identity = new Identity();
  }

  static async of(adapter: Adapter): Promise<World> {
    return new World(adapter, await Backend.start());
  }

  async end(): Promise<void> {
    this.device.restore();
    await this.backend.stop();
  }

  /** Signs Ada in, with a token that the server knows. */
  async signIn(options: VaultOptions = {}, session: Renewable = ada): Promise<void> {
    this.identity = new Identity({ authMode: AuthMode.PasscodeOnly, ...options });
    this.backend.good.add(session.token);
    await this.identity.login(session);
  }

  /** The session's token is over, at the server. */
  expire(): void {
    this.backend.good.clear();
  }

  client(options: Partial<TokenClientOptions<Session>> = {}): TokenClient<Session> {
    return new TokenClient<Session>({
      vault: this.identity,
      origins: originPolicy([this.backend.origin, 'https://api.example.com'], PAGE),
      refresh: (session) => this.refresh(session),
      onUnauthorized: (token) => void this.ended.push(token),
      ...options,
    });
  }

  caller(options: Partial<TokenClientOptions<Session>> = {}): Caller {
    return this.adapter.make(this.client(options) as unknown as TokenClient);
  }

  recorder(options: Partial<TokenClientOptions<Session>> = {}): Caller & { readonly recorded: readonly Recorded[] } {
    const recorded: Recorded[] = [];
    const client = this.client(options) as unknown as TokenClient;
    return { recorded, ...this.adapter.make(client, (one) => void recorded.push(one)) };
  }

  /** What an app writes: a request of its own, without the adapter. */
  async refresh(session: Session): Promise<Session> {
    const answer = await fetch(`${this.backend.origin}/refresh`, { method: 'POST', body: session.token });
    if (!answer.ok) throw Object.assign(new Error('refused'), { status: answer.status, sent: session });
    return { ...session, ...((await answer.json()) as object) };
  }

  url(path: string): string {
    return `${this.backend.origin}${path}`;
  }
}

/** What holds for every adapter. */
export interface Behaviour {
  readonly name: string;
  /** Only where a stream can be a body. */
  readonly streams?: true;
  readonly run: (world: World) => Promise<void>;
}

/** Resolves from outside. */
export function gate(): { readonly opened: Promise<void>; readonly open: () => void } {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open };
}

/** Until it is so. */
export async function until(isSo: () => boolean): Promise<void> {
  const end = Date.now() + 5000;
  while (!isSo()) {
    if (Date.now() > end) throw new Error('It never came to that.');
    await new Promise((resolve) => void setTimeout(resolve, 2));
  }
}
