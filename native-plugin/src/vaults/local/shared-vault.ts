import { sharedFlight } from '../single-flight.ts';
import { hex, type Bytes } from '../../core/codec/bytes.ts';
import { KIND, MODE, type Kind, type Mode } from '../../core/codec/format-ids.ts';
import type { Values } from '../../core/codec/payload.ts';
import { coreErrorCode } from '../../core/ports/core-error.ts';
import { inTurn } from '../../core/vault/in-turn.ts';
import { VaultCore } from '../../core/vault/vault-core.ts';
import type { Changes } from '../../core/vault/vault-session.ts';
import { newPasscodeComplaint } from './new-passcode.ts';
import { policyOf, type Settings } from '../settings.ts';
import { SlotChooser } from './slot-chooser.ts';
import { VaultEvents } from './vault-events.ts';
import { portsOf, type LockChannel, type VaultPlatform } from './vault-platform.ts';
import { memoryStatus, observe, statusOf, type VaultStatus } from './vault-status.ts';

interface NewContents {
  readonly values: Values;
  /** Whether it may take the place of a vault that is there. */
  readonly replaces: boolean;
}

/**
 * One vault of this process, shared by its handles: the core, told in words of modes and passcodes.
 * Rejects with `CoreError` and `VaultError`; handles tell the app.
 */
export class SharedVault {
  readonly events: VaultEvents;
  readonly platform: VaultPlatform;
  /** Runs an unlock that asks through the app's own prompt; other handles' join it. */
  readonly unlockOnce = sharedFlight();
  /** Runs a set-up of the passcode; other handles' join it. */
  readonly setUpOnce = sharedFlight();
  readonly #core: VaultCore;
  readonly #channel: LockChannel;
  readonly #slots: SlotChooser;
  #settings: Settings;
  /** What is decided by what is stored, and then stored. */
  readonly #inTurn = inTurn();
  /** Chosen for the next new vault while nothing is stored. */
  #chosenMode: Mode | undefined;

  constructor(platform: VaultPlatform, scope: Bytes, settings: Settings) {
    this.platform = platform;
    this.#settings = settings;
    this.events = new VaultEvents(platform);
    this.#slots = new SlotChooser(platform, () => this.choosePasscode());
    this.#core = new VaultCore(portsOf(platform), this.events, { scope, ...settings });
    this.#channel = platform.channel(hex(scope));
    this.#channel.onLocked(() => this.#core.lock());
    platform.lifecycle.onBackground(() => this.#enterBackground());
    platform.lifecycle.onForeground(() => this.#core.resume());
  }

  configure(settings: Settings): void {
    this.#settings = settings;
    this.#core.configure(settings);
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
    const kinds = observed === undefined || observed === 'unreadable' ? await this.#slots.possibleSlots(mode) : [];
    const attempts = this.#settings.wipeAtMax ? this.#settings.maxAttempts : Infinity;
    return statusOf(observed, this.#core.state, { mode, kinds, attempts });
  }

  /** Empty where definitely nothing is stored. */
  async values(): Promise<Values> {
    return (await this.#ifStored(() => this.#core.values())) ?? new Map<string, Bytes>();
  }

  /** Needs no prompt. Options that changed are taken over with it. Only a value to set makes a vault where none is. */
  write(changes: Changes): Promise<void> {
    return this.#inTurn(async () => {
      const isWritten = await this.#ifStored(() =>
        this.#core.write(changes, policyOf(this.#settings)).then(() => true),
      );
      const values = new Map([...changes].flatMap(([key, value]) => (value ? [[key, value] as const] : [])));
      if (!isWritten && values.size > 0) await this.#create(this.#newMode, { values, replaces: false });
    });
  }

  /** A new vault in place of whatever there was. Rejects `PolicyNotMet`, `MissingPasscode`. */
  replace(mode: Mode, values: Values, passcode: string | undefined): Promise<void> {
    return this.#inTurn(async () => {
      await this.#create(mode, { values, replaces: true }, passcode);
      this.#channel.post();
      this.events.onConfigured();
    });
  }

  /** Another mode or, with `passcode`, another passcode. Rejects `LOCKED`, `PolicyNotMet`, `MissingPasscode`. */
  rekey(mode: Mode, passcode?: string): Promise<void> {
    return this.#inTurn(async () => {
      const { isStored, isInUse, kinds } = await this.status();
      if (isStored && mode !== MODE.InMemoryOnly) await this.#rekeyStored(mode, kinds, passcode);
      else if (isStored || isInUse || passcode !== undefined)
        await this.#create(mode, { values: await this.values(), replaces: true }, passcode);
      else {
        // An empty vault in memory would go on taking values.
        if (this.#core.memory) await this.#core.erase();
        this.#chosenMode = mode;
      }
      this.events.onConfigured();
    });
  }

  /** Shows the prompts of the vault's slots, or of one kind of them; calls made meanwhile share them. Nothing to do where it is not locked. */
  async unlock(only?: Kind): Promise<void> {
    if ((await this.status()).isLocked) await this.#core.unlock({ automatic: false, only });
  }

  /** One attempt, without a prompt. */
  async unlockWithPasscode(passcode: string): Promise<void> {
    if ((await this.status()).isLocked) await this.#core.unlockWith(KIND.appPasscode, passcode);
  }

  /** Shows the built-in prompt for a new passcode. `undefined`: the user cancelled. */
  choosePasscode(): Promise<string | undefined> {
    const { prompt, passcodeRules } = this.platform;
    return this.#core.asking(() => prompt.choose((passcode) => newPasscodeComplaint(passcode, passcodeRules)));
  }

  /** Keeps what is stored; a vault in memory has nothing stored, so there it erases. */
  lock(): void {
    this.#core.lock();
    this.#channel.post();
  }

  async erase(): Promise<void> {
    await this.#core.erase();
    this.#chosenMode = undefined;
    this.#channel.post();
    this.events.onConfigured();
  }

  /** What a new vault of this mode would be unlocked by. @throws VaultError `PolicyNotMet` */
  slotsFor(mode: Mode): Promise<readonly Kind[]> {
    return this.#slots.slotsFor(mode);
  }

  get #newMode(): Mode {
    return this.#chosenMode ?? this.#settings.mode;
  }

  /** `undefined` where definitely nothing is stored. */
  async #ifStored<T>(task: () => Promise<T>): Promise<T | undefined> {
    try {
      await this.#lookUp();
      return await task();
    } catch (error) {
      if (coreErrorCode(error) === 'NOT_FOUND') return undefined;
      throw error;
    }
  }

  /** What a process does not know of may have been stored by an earlier one, or another. */
  async #lookUp(): Promise<void> {
    if (this.#core.state.phase === 'absent') await this.#core.start();
  }

  async #create(mode: Mode, { values, replaces }: NewContents, passcode?: string): Promise<void> {
    const policy = { ...policyOf(this.#settings), mode, passcodeSetupNeeded: false };
    await this.#slots.make(mode, passcode, async (kinds, chosen) => {
      const slots = kinds.map((kind) => this.#slots.request(kind, chosen));
      await this.#core.create({ policy, slots, values }, { replaces });
    });
    this.#chosenMode = mode === MODE.InMemoryOnly ? mode : undefined;
  }

  async #rekeyStored(mode: Mode, present: readonly Kind[], passcode: string | undefined): Promise<void> {
    const policy = { ...policyOf(this.#settings), mode, passcodeSetupNeeded: false };
    const isNew = (kind: Kind) => !present.includes(kind) || (kind === KIND.appPasscode && passcode !== undefined);
    await this.#slots.make(mode, passcode, async (kinds, chosen) => {
      const keep = kinds.filter((kind) => !isNew(kind));
      const create = kinds.filter(isNew).map((kind) => this.#slots.request(kind, chosen));
      await this.#lookUp();
      await this.#core.rekey({ policy, keep, create });
    });
  }

  #enterBackground(): void {
    this.#core.pause();
    const { lockAfter } = this.#settings;
    // Timers may come late in the background, which is no harm: every entry point judges first.
    if (lockAfter !== null) this.platform.timer(lockAfter, () => this.#core.state);
  }
}
