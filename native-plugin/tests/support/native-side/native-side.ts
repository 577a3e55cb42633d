import type { Calls, ProcessCalls, VaultCalls } from '../../../src/vaults/bridged/calls.ts';
import type { AuthService } from '../../../src/vaults/auth-service.ts';
import type { Settings } from '../../../src/vaults/settings.ts';
import type { DeviceService, OpenVault, VaultService } from '../../../src/vaults/vault-service.ts';
import { ARGUMENTS } from './arguments.ts';
import { ChosenPasscodes, token } from './chosen-passcodes.ts';
import { EventLog } from './event-log.ts';
import { RefusalMessage, refusalMessage } from './refusal-message.ts';

type Handlers<Table extends Record<keyof Table, [unknown, unknown]>, Target> = {
  readonly [Name in keyof Table]: (given: Table[Name][0], target: Target) => Promise<unknown>;
};

/** Milliseconds that a sign-in may take without counting as an absence. */
const SIGN_IN = 600_000;

export interface NativeOptions {
  /** What this native part speaks. */
  readonly protocols?: readonly number[];
  /** Whether Capacitor would log every call of a build that is not for debugging. */
  readonly logs?: boolean;
  /** What it signs in with; absent: it has no browser and no network. */
  readonly auth?: AuthService;
}

/**
 * One process of the native part, as BRIDGE.md has it, over vaults that are run here. Messages are what JSON gave; what
 * is returned or thrown is what JSON takes.
 */
export class NativeSide {
  readonly capability = token(32);
  readonly log = new EventLog();
  readonly #service: VaultService;
  readonly #options: Required<NativeOptions>;
  readonly #passcodes = new ChosenPasscodes();
  readonly #vaults = new Map<string, OpenVault>();
  readonly #settings = new Map<string, Settings>();
  #pages = 0;

  constructor(service: VaultService, { protocols = [1], logs = false, auth = withoutBrowser }: NativeOptions = {}) {
    this.#service = service;
    this.#options = { protocols, logs, auth };
  }

  /** @throws RefusalMessage */
  hello(message: unknown): unknown {
    const { protocols } = message as { readonly protocols?: unknown };
    if (!Array.isArray(protocols)) throw new RefusalMessage('VaultUnavailable');
    const protocol = (protocols as readonly number[]).find((one) => this.#options.protocols.includes(one));
    if (protocol === undefined) throw new RefusalMessage('BridgeProtocol', { protocols: this.#options.protocols });
    if (this.#options.logs) throw new RefusalMessage('PolicyNotMet', { reason: 'BRIDGE_LOGGING' });
    this.#pages += 1;
    return { protocol, capability: this.capability, page: this.#pages, events: this.log.last, version: '0.1.0' };
  }

  /** Begins before it returns. Rejects with a RefusalMessage. */
  async call(message: unknown): Promise<unknown> {
    const { capability, id, call, vault, arguments: given } = message as Record<string, unknown>;
    try {
      if (capability !== this.capability) throw new RefusalMessage('BridgeCapability');
      const result = await this.#run(call, given, vault);
      return { id, events: this.log.last, ...(result !== undefined && { result }) };
    } catch (error) {
      const { code, data } = refusalMessage(error);
      throw new RefusalMessage(code, { id, events: this.log.last, ...data });
    }
  }

  #run(call: unknown, given: unknown, id: unknown): Promise<unknown> {
    const name = call as keyof Calls;
    if (!Object.hasOwn(ARGUMENTS, name)) throw new RefusalMessage('BridgeArguments');
    const checked = this.#checked(name, given);
    if (name in this.#ofProcess) {
      if (id !== undefined) throw new RefusalMessage('BridgeArguments');
      return this.#ofProcess[name as keyof ProcessCalls](checked, this.#service.device);
    }
    if (typeof id !== 'string') throw new RefusalMessage('BridgeArguments');
    const vault = this.#vaults.get(id);
    if (!vault) throw new RefusalMessage('BridgeVault');
    return this.#ofVault[name as keyof VaultCalls](checked, { id, vault });
  }

  #checked(name: keyof Calls, given: unknown): never {
    try {
      return ARGUMENTS[name](given, name);
    } catch {
      throw new RefusalMessage('BridgeArguments');
    }
  }

  /** The browser is another app here: being out of sight for it is no stay in the background, unless it takes too long. BRIDGE.md §4.5. */
  async #signingIn<T>(shown: Promise<T>): Promise<T> {
    const during = (lockAfter: number | null) => (lockAfter === null ? null : Math.max(lockAfter, SIGN_IN));
    await this.#configureAll(during);
    try {
      return await shown;
    } finally {
      await this.#configureAll((lockAfter) => lockAfter);
    }
  }

  async #configureAll(lockAfterOf: (lockAfter: number | null) => number | null): Promise<void> {
    for (const [id, vault] of this.#vaults) {
      const settings = this.#settings.get(id);
      if (settings) await vault.configure({ ...settings, lockAfter: lockAfterOf(settings.lockAfter) });
    }
  }

  readonly #ofProcess: Handlers<ProcessCalls, DeviceService> = {
    open: async ({ descriptor, settings }) => {
      const vault = await this.#service.open(descriptor, settings);
      const known = [...this.#vaults].find(([, one]) => one === vault);
      if (known) {
        this.#settings.set(known[0], settings);
        return known[0];
      }
      const id = token(8);
      this.#vaults.set(id, vault);
      this.#settings.set(id, settings);
      this.log.watch(id, vault);
      return id;
    },
    events: ({ after }) => this.log.after(after),
    acknowledge: ({ event }) => {
      this.log.acknowledge(event);
      return Promise.resolve();
    },
    deviceFacts: (_, device) => device.facts(),
    isBiometricsSupported: (_, device) => device.isBiometricsSupported(),
    isBiometricsAvailable: (_, device) => device.isBiometricsAvailable(),
    showBiometricPrompt: ({ texts }, device) => device.showBiometricPrompt(texts),
    setHidesScreen: ({ isHidden }, device) => device.setHidesScreen(isHidden),
    hidesScreen: (_, device) => device.hidesScreen(),
    openAuthSession: async (session) => returned(await this.#signingIn(this.#options.auth.openSession(session))),
    takeAuthCallback: async (expected) => returned(await this.#options.auth.takeCallback(expected)),
    sendToProvider: (request) => this.#options.auth.send(request),
  };

  readonly #ofVault: Handlers<VaultCalls, { readonly id: string; readonly vault: OpenVault }> = {
    status: (_, { vault }) => vault.status(),
    isUnlocked: (_, { vault }) => vault.isUnlocked(),
    protection: (_, { vault }) => vault.protection(),
    keys: (_, { vault }) => vault.keys(),
    read: ({ keys }, { vault }) => vault.read(keys),
    readAll: (_, { vault }) => vault.readAll(),
    write: ({ changes, lease }, { vault }) => vault.write(changes, lease),
    lease: ({ keys }, { vault }) => vault.lease(keys),
    endLease: ({ lease }, { vault }) => vault.endLease(lease),
    replace: ({ mode, entries, passcode }, { id, vault }) =>
      vault.replace(mode, entries, this.#passcodes.take(id, passcode)),
    rekey: ({ mode, passcode }, { id, vault }) => vault.rekey(mode, this.#passcodes.take(id, passcode)),
    slotsFor: ({ mode }, { vault }) => vault.slotsFor(mode),
    choosePasscode: async (_, { id, vault }) => {
      const passcode = await vault.choosePasscode();
      return passcode === undefined ? {} : { chosen: this.#passcodes.keep(id, passcode) };
    },
    unlock: ({ only }, { vault }) => vault.unlock(only),
    unlockWithPasscode: ({ passcode }, { id, vault }) =>
      vault.unlockWithPasscode(this.#passcodes.take(id, passcode) ?? ''),
    lock: (_, { vault }) => vault.lock(),
    erase: (_, { vault }) => vault.erase(),
    configure: ({ settings }, { id, vault }) => {
      this.#settings.set(id, settings);
      return vault.configure(settings);
    },
    activity: (_, { vault }) => vault.reportActivity(),
  };
}

const withoutBrowser: AuthService = {
  openSession: () => Promise.reject(new RefusalMessage('VaultUnavailable')),
  takeCallback: () => Promise.resolve(undefined),
  send: () => Promise.resolve(undefined),
};

function returned(url: string | undefined): { readonly url?: string } {
  return url === undefined ? {} : { url };
}
