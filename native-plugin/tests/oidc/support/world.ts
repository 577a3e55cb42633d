import { vi } from 'vitest';
import { Vault, VaultType } from '../../../src/index.ts';
import {
  OidcClient,
  sessionVault,
  type OidcConfig,
  type OidcParts,
  type OidcSession,
  type SignedIn,
} from '../../../src/oidc/index.ts';
import { tabPendingStore } from '../../../src/oidc/browser/tab-pending-store.ts';
import { useTestVault } from '../../../src/testing/index.ts';
import { MemoryTab } from './memory-tab.ts';
import { startProvider, type OpenIdProvider } from './open-id-provider.mjs';

export const REDIRECT = 'http://127.0.0.1:4200/callback';
export const AFTER_LOGOUT = 'http://127.0.0.1:4200/goodbye';

/** An app in one tab, its vault, and a real provider on loopback. */
export class World {
  readonly provider: OpenIdProvider;
  readonly tab = new MemoryTab();
  readonly device = useTestVault();
  readonly now = { wall: Date.now(), monotonic: 0 };
  /** Seconds that later pages wait for each answer. */
  timeout = 30;
  readonly #config: Partial<OidcConfig>;

  private constructor(provider: OpenIdProvider, config: Partial<OidcConfig>) {
    this.provider = provider;
    this.#config = config;
  }

  static async start(config: Partial<OidcConfig> = {}): Promise<World> {
    vi.stubGlobal('location', { href: 'http://127.0.0.1:4200/' });
    const uris = { redirectUris: [REDIRECT], postLogoutRedirectUris: [AFTER_LOGOUT] };
    return new World(await startProvider(uris), config);
  }

  async end(): Promise<void> {
    vi.unstubAllGlobals();
    this.device.restore();
    await this.provider.close();
  }

  get config(): OidcConfig {
    const own = { issuer: this.provider.issuer, clientId: 'app', redirectUri: REDIRECT };
    return { ...own, postLogoutRedirectUri: AFTER_LOGOUT, timeout: this.timeout, ...this.#config };
  }

  /** The vault as the next page finds it. */
  vault(): Vault {
    return new Vault({ key: 'oidc', type: VaultType.SecureStorage });
  }

  /** The client of a new page in the tab. */
  page(parts: Partial<OidcParts> = {}): OidcClient {
    const pending = tabPendingStore(this.tab.sessionStorage);
    const clock = () => ({ ...this.now });
    return new OidcClient(this.config, {
      vault: sessionVault(this.vault()),
      authSession: this.tab,
      pending,
      clock,
      ...parts,
    });
  }

  /** From the button to the page that the provider sends the user back to, which is still to take the answer. */
  async comeBack(account = 'ada', client = this.page()): Promise<string> {
    await client.login({ returnTo: '/orders/7' });
    return (this.tab.address = await this.provider.signIn(this.tab.opened.at(-1)!, account));
  }

  async signIn(account = 'ada'): Promise<SignedIn> {
    await this.comeBack(account);
    return (await this.page().resume())!;
  }

  stored(): Promise<OidcSession | null> {
    return this.vault().getValue<OidcSession>('session');
  }

  pass(milliseconds: number): void {
    this.now.wall += milliseconds;
    this.now.monotonic += milliseconds;
  }

  /** How often the provider was asked at this path. */
  asked(path: string): number {
    return this.provider.requests.filter((one) => one === `POST ${path}`).length;
  }
}
