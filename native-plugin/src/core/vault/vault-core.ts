import { hex, type Bytes } from '../codec/bytes.ts';
import { MODE, type Kind } from '../codec/format-ids.ts';
import { encodeKey, type Values } from '../codec/payload.ts';
import type { CorePorts } from '../ports/ports.ts';
import type { Custody, LockState } from '../state/lock-state.ts';
import { inTurn } from './in-turn.ts';
import { LockMachine } from './lock-machine.ts';
import { peekVault } from '../store/load-vault.ts';
import { conflict, type LoadedVault } from '../store/loaded-vault.ts';
import { openByPrompt } from './open-by-prompt.ts';
import type { RekeyRequest } from '../slots/rekey-vault.ts';
import type { CoreSettings, UnlockOptions } from './core-settings.ts';
import { custodyOf } from './custody-of.ts';
import type { UnlockRequest } from '../slots/unlock-slot.ts';
import { sessionKeeper } from './session-keeper.ts';
import { VaultAccess } from '../store/vault-access.ts';
import { VaultOpener } from './vault-opener.ts';
import { VaultLeases } from './vault-leases.ts';
import type { VaultHost } from '../ports/vault-host.ts';
import { VaultSession, type Changes, type PolicyChanges } from './vault-session.ts';
import { createVault, type NewVault } from '../store/write-vault.ts';

/** One vault of this process. Every method first judges whether a lock is due. */
export class VaultCore {
  readonly leases: VaultLeases;
  readonly #ports: CorePorts;
  readonly #scope: Bytes;
  readonly #access: VaultAccess;
  readonly #session: VaultSession;
  readonly #machine: LockMachine;
  readonly #opener: VaultOpener;
  /** One operation after the other, so that attempts are counted and writes don't collide. */
  readonly #inTurn: ReturnType<typeof inTurn>;
  /** Of the prompt that is shown next. */
  #only: Kind | undefined;

  constructor(ports: CorePorts, host: VaultHost, settings: CoreSettings) {
    const access = new VaultAccess(ports, settings.scope, {
      onFound: ({ envelope }) => this.#machine.dispatch({ type: 'found', vault: custodyOf(envelope.header.mode) }),
      onDamage: (code) => this.#machine.dispatch({ type: 'damaged', code }),
    });
    const session = new VaultSession(ports, access, () => this.lock());
    const { mutex } = ports;
    this.#inTurn = mutex ? inTurn((task) => mutex(`idv1.${hex(settings.scope)}`, task)) : inTurn();
    const later = (task: () => Promise<unknown>) => void this.#inTurn(task).catch(() => undefined);
    const { authenticator } = host;
    const open = (request: UnlockRequest) => this.#opener.openForPrompt(request);
    const parts = { access, session, authenticator, inTurn: this.#inTurn, open };
    const prompt = async () => this.#machine.dispatch(await openByPrompt(parts, this.#only));
    const keeper = sessionKeeper({ access, session, later, showPrompt: () => void prompt() });
    this.#ports = ports;
    this.#scope = settings.scope;
    this.#access = access;
    this.#session = session;
    this.#machine = new LockMachine({ clock: ports.lockClock ?? ports.clock, host, keeper }, settings);
    this.#opener = new VaultOpener({ access, session, machine: this.#machine });
    this.leases = new VaultLeases({ machine: this.#machine, access, session, inTurn: this.#inTurn });
  }

  get state(): LockState {
    this.#machine.begin();
    return this.#machine.state;
  }

  /** The latest settings win. */
  configure(settings: Pick<CoreSettings, 'lockAfter' | 'hideScreen'>): void {
    this.#machine.configure(settings);
  }

  /** What is stored, without repairing it: needs no turn, and waits for nobody. @throws CoreError as loading does */
  peek(): Promise<LoadedVault | undefined> {
    return peekVault(this.#ports, this.#scope);
  }

  /** The values of a vault in memory, which has nothing stored. */
  get memory(): Values | undefined {
    this.#machine.begin();
    return this.#session.memory;
  }

  /** Shows an own prompt that does not authenticate, such as for a new passcode: how long it takes is judged when it ends. */
  asking<T>(prompt: () => Promise<T>): Promise<T> {
    return this.#machine.asking(prompt);
  }

  /** Looks at storage: what a started process does first. @throws CoreError as loading does */
  start(): Promise<LoadedVault | undefined> {
    return this.#inTurn(() => this.#access.load());
  }

  /** What the app's life cycle did. */
  pause(): void {
    // A clock that was set back in the foreground tells it now, and not of the stay that begins.
    this.#machine.begin();
    this.#machine.dispatch({ type: 'pause' });
  }

  resume(): void {
    this.#machine.dispatch({ type: 'resume' });
  }

  /** Keeps what is stored; a vault in memory has nothing stored, so there it erases. */
  lock(): void {
    this.#machine.dispatch({ type: 'lock' });
  }

  /**
   * In place of whatever there was, readable or not.
   * @param options `replaces: false`: only where there is nothing, else `CONFLICT`
   * @throws CoreError `LOCKED`: a lock came meanwhile, the vault is stored
   */
  create(request: NewVault, { replaces } = { replaces: true }): Promise<void> {
    return this.#inTurn(async () => {
      const epoch = this.#machine.begin();
      if (!replaces && (await this.#access.load())) throw conflict();
      if (request.policy.mode === MODE.InMemoryOnly) return this.#createInMemory(request.values, epoch);
      const over = replaces ? await this.#access.replaceable() : undefined;
      const { session } = await createVault(this.#ports, { scope: this.#scope, over }, request);
      this.#unlockWith(session, epoch, custodyOf(request.policy.mode));
    });
  }

  /**
   * Shows the prompt of the first slot that is alive; calls made meanwhile share it.
   * @param options `only`: the kind of slot to ask for. `automatic`: nobody asked for it
   */
  async unlock(options: UnlockOptions = { automatic: false }): Promise<void> {
    if (this.state.phase === 'absent') await this.start();
    if (this.state.phase === 'locked') this.#only = options.only;
    return this.#machine.unlock(options.automatic);
  }

  /** With what the caller has. Calls don't share it: each passcode is an attempt of its own. */
  unlockWith(kind: Kind, passcode?: string): Promise<void> {
    return this.#inTurn(async () => {
      const epoch = this.#machine.begin();
      if (this.#machine.state.phase === 'unlocked') return;
      await this.#opener.open({ kind, passcode });
      this.#machine.dispatch({ type: 'opened', epoch });
      this.#machine.assertUnlocked();
    });
  }

  /** @throws CoreError `LOCKED`, `NOT_FOUND`, as loading does */
  values(): Promise<Values> {
    return this.#inTurn(async () => {
      const epoch = this.#machine.assertUnlocked();
      const values = await this.#session.values();
      this.#machine.assertStill(epoch);
      return values;
    });
  }

  /** Needs no prompt. @throws CoreError `LOCKED`, `CONFLICT`, `INVALID_ARGUMENT`, `LIMIT_EXCEEDED` */
  write(changes: Changes, policy: PolicyChanges = {}): Promise<void> {
    return this.#inTurn(async () => {
      this.#machine.assertUnlocked();
      for (const name of changes.keys()) encodeKey(name);
      await this.#session.write(changes, policy);
    });
  }

  /** Another mode, slot or passcode. @throws CoreError `LOCKED`, `USER_CANCELED`, `POLICY_NOT_MET`, `CONFLICT` */
  rekey(request: RekeyRequest): Promise<void> {
    return this.#inTurn(async () => {
      const epoch = this.#machine.assertUnlocked();
      this.#unlockWith(await this.#session.rekey(request), epoch, custodyOf(request.policy.mode));
    });
  }

  /** `logout`, `clear`: needs no unlock. */
  erase(): Promise<void> {
    // What is unlocked must not outlive the call, even when storage is slow.
    this.#machine.dispatch({ type: 'erased' });
    return this.#inTurn(async () => {
      await this.#access.erase();
      if (this.#machine.state.phase !== 'absent') this.#machine.dispatch({ type: 'erased' });
    });
  }

  async #createInMemory(values: Values, epoch: number): Promise<void> {
    await this.#access.erase();
    this.#machine.assertStill(epoch);
    this.#session.holdMemory(values);
    this.#machine.dispatch({ type: 'created', custody: 'memory' });
  }

  #unlockWith(session: Parameters<VaultSession['hold']>[0], epoch: number, custody: Custody): void {
    this.#machine.assertStill(epoch);
    this.#session.hold(session);
    this.#machine.dispatch({ type: 'created', custody });
  }
}
