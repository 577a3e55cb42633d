import { vi } from 'vitest';
import type { OidcClient, OidcConfig, OidcParts, OidcSession } from '../../../src/oidc/index.ts';
import { ScriptedPrompt } from '../../../src/testing/scripted-prompt.ts';
import { TestDevice } from '../../../src/testing/test-device.ts';
import type { ProviderAnswer, ProviderRequest } from '../../../src/vaults/auth-service.ts';
import { inAndroidApp } from '../../support/native-side/capacitor-app.ts';
import { atOnce } from '../../support/native-side/delivery.ts';
import { NativeSide } from '../../support/native-side/native-side.ts';
import { Page } from '../../support/native-side/page.ts';
import { SimulatedAuth } from '../../support/native-side/simulated-auth.ts';
import { startProvider, type OpenIdProvider } from './open-id-provider.mjs';

export const ISSUER = 'https://login.example.com';
export const CALLBACK = 'com.example.app:/auth/callback';
const GOODBYE = 'com.example.app:/auth/goodbye';

/** The app of a page on the phone. */
export interface PhoneApp {
  readonly client: OidcClient;
  stored(): Promise<OidcSession | null>;
}

/** A phone whose native part is simulated, with a real provider behind its network. */
export class Phone {
  readonly provider: OpenIdProvider;
  readonly requests: ProviderRequest[] = [];
  origins: readonly string[] = [ISSUER];
  browser!: SimulatedAuth;
  page!: Page;
  readonly #device = new TestDevice(new ScriptedPrompt('12345678'));
  #leave: () => void = () => undefined;

  private constructor(provider: OpenIdProvider) {
    this.provider = provider;
  }

  static async start(): Promise<Phone> {
    vi.spyOn(console, 'warn').mockReturnValue();
    const uris = { redirectUris: [CALLBACK], postLogoutRedirectUris: [GOODBYE] };
    return new Phone(await startProvider({ ...uris, name: ISSUER }));
  }

  async end(): Promise<void> {
    this.#leave();
    vi.restoreAllMocks();
    await this.provider.close();
  }

  /** A process begins, and its page loads the app. What was stored by the former one is there. */
  async app(config: Partial<OidcConfig> = {}, parts: Partial<OidcParts> = {}): Promise<PhoneApp> {
    this.#leave();
    const vaults = this.#device.boot(new ScriptedPrompt('12345678'));
    const network = (request: ProviderRequest) => this.#network(request);
    const now = () => vaults.platform.ports.clock.now();
    this.browser = new SimulatedAuth({ origins: this.origins, now, network });
    this.page = new Page(new NativeSide(vaults, { auth: this.browser }), atOnce);
    this.#leave = inAndroidApp(this.page);
    vi.resetModules();
    return appOf(config, parts);
  }

  /** The person signs in at the page that is shown. @returns the address that the provider sends them back to */
  async signIn(account = 'ada'): Promise<string> {
    const isShown = () => {
      if (this.browser.shown.length === 0) throw new Error('Nothing is shown.');
    };
    await vi.waitFor(isShown, 30_000);
    return this.provider.signIn(this.browser.shown.at(-1)!.url, account);
  }

  async #network({ method, url, headers, body }: ProviderRequest): Promise<ProviderAnswer | undefined> {
    this.requests.push({ method, url, headers, timeout: 0, ...(body !== undefined && { body }) });
    const given = Object.fromEntries(headers.map(({ name, value }) => [name, value]));
    const init = { method, headers: given, redirect: 'manual' as const, ...(body !== undefined && { body }) };
    const response = await fetch(this.provider.reach(url), init).catch(() => undefined);
    if (!response) return undefined;
    const type = { name: 'content-type', value: response.headers.get('content-type') ?? '' };
    return { status: response.status, headers: [type], body: await response.text() };
  }
}

/** Modules are loaded anew, as by a page. */
async function appOf(config: Partial<OidcConfig>, parts: Partial<OidcParts>): Promise<PhoneApp> {
  const { Vault, VaultType } = await import('../../../src/index.ts');
  const { OidcClient: Client, sessionVault } = await import('../../../src/oidc/index.ts');
  const vault = new Vault({ key: 'oidc', type: VaultType.SecureStorage });
  const own = { issuer: ISSUER, clientId: 'app', redirectUri: CALLBACK, postLogoutRedirectUri: GOODBYE, timeout: 30 };
  return {
    client: new Client({ ...own, ...config }, { vault: sessionVault(vault), ...parts }),
    stored: () => vault.getValue<OidcSession>('session'),
  };
}
