import { hex, type Bytes } from '../../core/codec/bytes.ts';
import { MODE, type Kind, type Mode } from '../../core/codec/format-ids.ts';
import type { Values } from '../../core/codec/payload.ts';
import type { Changes } from '../../core/store/vault-store.ts';
import type { VaultPolicy } from '../../core/store/write-vault.ts';
import { CoreVault } from '../../core/vault/core-vault.ts';
import { queue } from '../../core/vault/in-turn.ts';
import type { PasscodePromptOptions } from '../../definitions/passcode-prompt.ts';
import type { Settings } from '../settings.ts';
import type { VaultStatus } from '../vault-service.ts';
import type { DeviceScreen } from './device-screen.ts';
import { eraseForGood } from './erase-for-good.ts';
import { ifStored } from './if-stored.ts';
import { KeyMaker } from './key-maker.ts';
import { LocalEvents } from './local-events.ts';
import { PresenceWatch } from './presence-watch.ts';
import { Renewals } from './renewals.ts';
import type { EntryRequest } from './passcode-prompt.ts';
import { portsOf, type LockChannel, type Platform } from './platform.ts';
import { keyPolicyOf, lockSettingsOf, policyOfSettings } from './policy-of-settings.ts';
import { memoryStatus, observe, statusOf } from './status-of.ts';
import { Unlocking } from './unlocking.ts';

interface Place {
  readonly platform: Platform;
  readonly screen: DeviceScreen;
  readonly scope: Bytes;
}

/** One vault of this process: the core, told in words of modes and passcodes. Rejects with `CoreError` and `VaultError`. */
export class LocalVault {
  readonly events: LocalEvents;
  readonly renewals: Renewals;
  readonly presence: PresenceWatch;
  readonly unlocking: Unlocking;
  readonly #screen: DeviceScreen;
  readonly #core: CoreVault;
  readonly #channel: LockChannel;
  readonly #keys: KeyMaker;
  #settings: Settings;
  /** What is decided by what is stored, and then stored. */
  readonly #changes = queue();
  /** Chosen for the next new vault while nothing is stored. */
  #chosenMode: Mode | undefined;

  constructor({ platform, screen, scope }: Place, settings: Settings) {
    const { prompt, timer, lifecycle } = platform;
    this.#screen = screen;
    this.#settings = settings;
    this.events = new LocalEvents({ prompt, timer, screen: screen.newShare(), about: () => this.#prompting });
    this.#core = new CoreVault(portsOf(platform), this.events, { scope, ...this.#lockSettings });
    this.#keys = new KeyMaker(platform, this.#core, () => this.#promptOptions);
    this.presence = new PresenceWatch(this.#core, platform.presence);
    this.unlocking = new Unlocking(this.#core, () => this.status());
    this.renewals = new Renewals(this.#core, platform.ports, scope);
    this.#channel = platform.channel(hex(scope));
    this.#channel.onLocked(() => this.#core.lock());
    screen.onHide(() => this.configure(this.#settings));
    lifecycle.onBackground(() => this.#core.pause());
    lifecycle.onForeground(() => this.#core.resume());
    this.presence.watch(settings);
  }

  configure(settings: Settings): void {
    this.#settings = settings;
    this.#core.configure(this.#lockSettings);
    this.presence.watch(settings);
  }

  /** Known without looking at storage: `false` also where nothing was looked for yet. */
  get isUnlocked(): boolean {
    return this.#core.state.phase === 'unlocked';
  }

  async status(): Promise<VaultStatus> {
    const { memory } = this.#core;
    if (memory) return memoryStatus(memory);
    const observed = await observe(() => this.#core.peek());
    const mode = this.#newMode;
    const kinds = observed === undefined || observed === 'unreadable' ? await this.#keys.possibleSlots(mode) : [];
    const attempts = this.#settings.wipeAtMax ? this.#settings.maxAttempts : null;
    return statusOf(observed, this.#core.state, { mode, kinds, attempts });
  }

  /** Empty where definitely nothing is stored. Comes after the changes that were asked for before it. */
  values(): Promise<Values> {
    return this.#changes.settled().then(() => this.#values());
  }

  async #values(): Promise<Values> {
    return (await ifStored(this.#core, () => this.#core.values())) ?? new Map<string, Bytes>();
  }

  /** Needs no prompt. Options that changed are taken over with it. Only a value to set makes a vault where none is. */
  write(changes: Changes): Promise<void> {
    return this.#changes.inTurn(async () => {
      const isWritten = await ifStored(this.#core, () =>
        this.#core.write(changes, { policy: policyOfSettings(this.#settings) }).then(() => true),
      );
      const values = new Map([...changes].flatMap(([key, value]) => (value ? [[key, value] as const] : [])));
      if (!isWritten && values.size > 0) await this.#create(this.#newMode, { values, replaces: false });
    });
  }

  /** A new vault in place of whatever there was. Rejects `PolicyNotMet`, `MissingPasscode`. */
  replace(mode: Mode, values: Values, passcode: string | undefined): Promise<void> {
    return this.#changes.inTurn(async () => {
      await this.#create(mode, { values, replaces: true }, passcode);
      this.#channel.post();
      this.events.onConfigured();
    });
  }

  /** Another mode or, with `passcode`, another passcode. Rejects `LOCKED`, `PolicyNotMet`, `MissingPasscode`. */
  rekey(mode: Mode, passcode?: string): Promise<void> {
    return this.#changes.inTurn(async () => {
      const { isStored, isInUse, kinds } = await this.status();
      if (isStored && mode !== MODE.InMemoryOnly)
        await this.#keys.remakeKeys({ policy: this.#policy(mode), passcode }, kinds);
      else if (isStored || isInUse || passcode !== undefined)
        await this.#create(mode, { values: await this.#values(), replaces: true }, passcode);
      else {
        // An empty vault in memory would go on taking values.
        if (this.#core.memory) await this.#core.erase();
        this.#chosenMode = mode;
      }
      this.events.onConfigured();
    });
  }

  /** @see KeyMaker.choosePasscode */
  choosePasscode(): Promise<string | undefined> {
    return this.#keys.choosePasscode();
  }

  /** Keeps what is stored; a vault in memory has nothing stored, so there it erases. */
  lock(): void {
    this.#core.lock();
    this.#channel.post();
  }

  erase(): Promise<void> {
    return eraseForGood(this.#changes.inTurn, {
      isThere: async () => this.#core.memory !== undefined || (await this.status()).isStored,
      now: async () => {
        await this.#core.erase();
        this.#chosenMode = undefined;
        this.#channel.post();
        this.events.onConfigured();
      },
    });
  }

  /** What a new vault of this mode would be unlocked by. @throws VaultError `PolicyNotMet` */
  slotsFor(mode: Mode): Promise<readonly Kind[]> {
    return this.#keys.slotsFor(mode);
  }

  get #lockSettings(): ReturnType<typeof lockSettingsOf> {
    return lockSettingsOf(this.#settings, this.#screen.hides);
  }

  get #promptOptions(): PasscodePromptOptions {
    return this.#settings.webPasscodePrompt ?? {};
  }

  get #prompting(): Pick<EntryRequest, 'options' | 'attemptsLeft'> {
    return { options: this.#promptOptions, attemptsLeft: async () => (await this.status()).attemptsLeft };
  }

  get #newMode(): Mode {
    return this.#chosenMode ?? this.#settings.mode;
  }

  async #create(mode: Mode, contents: Parameters<KeyMaker['makeVault']>[1], passcode?: string): Promise<void> {
    await this.#keys.makeVault({ policy: this.#policy(mode), passcode }, contents);
    this.#chosenMode = mode === MODE.InMemoryOnly ? mode : undefined;
  }

  #policy(mode: Mode): VaultPolicy {
    return { ...keyPolicyOf(this.#settings), mode, passcodeSetupNeeded: false };
  }
}
