import { MODE, type Kind } from '../codec/format-ids.ts';
import type { Values } from '../codec/payload.ts';
import type { CoreHost } from '../ports/core-host.ts';
import type { CorePorts } from '../ports/ports.ts';
import type { OpenKeys } from '../slots/open-keys.ts';
import type { RekeyRequest } from '../slots/rekey-vault.ts';
import type { Custody, LockSettings, LockState } from '../state/lock-state.ts';
import { conflict, type LoadedVault } from '../store/loaded-vault.ts';
import { VaultStore, type Changes } from '../store/vault-store.ts';
import type { NewVault } from '../store/write-vault.ts';
import { Access } from './access.ts';
import { Contents } from './contents.ts';
import type { CoreSettings, UnlockOptions, WriteOptions } from './core-settings.ts';
import { custodyOf } from './custody-of.ts';
import { Keeper } from './keeper.ts';
import { Leases } from './leases.ts';
import { Lock } from './lock.ts';
import { Operations } from './operations.ts';
import { Prompts } from './prompts.ts';
import { assertFitsMemory, Session } from './session.ts';
import { turnOfVault } from './turn-of-vault.ts';

/** A vault that something has to be done for before it opens. */
function isShut({ phase }: LockState): boolean {
  return phase === 'locked' || phase === 'unlocking';
}

/** One vault of this process. Every method first judges whether a lock is due. */
export class CoreVault {
  readonly leases: Leases;
  readonly #store: VaultStore;
  readonly #session: Session;
  readonly #prompts: Prompts;
  readonly #lock: Lock;
  readonly #access: Access;
  readonly #contents: Contents;
  /** One after the other, so that attempts are counted and writes don't collide. */
  readonly #operations: Operations;

  /** Each part is complete before the next one gets it: what is told the other way is an argument of the call. */
  constructor(ports: CorePorts, host: CoreHost, settings: CoreSettings) {
    const store = new VaultStore(ports, settings.scope);
    const session = new Session(ports);
    const operations = new Operations({ apart: turnOfVault(ports, settings.scope), claim: () => store.claim() });
    const inTurn = operations.alone;
    const prompts = new Prompts({ store, session, inTurn, authenticator: host.authenticator });
    const keeper = new Keeper({ store, session, prompts, inTurn });
    const lock = new Lock({ clock: ports.lockClock ?? ports.clock, host, keeper }, settings);
    const access = new Access(store, session, (happening) => lock.dispatch(happening));
    this.leases = new Leases({ ports, store, lock, access, session, inTurn });
    this.#contents = new Contents({ store, session, lock, access, operations, leases: this.leases });
    this.#store = store;
    this.#session = session;
    this.#prompts = prompts;
    this.#lock = lock;
    this.#access = access;
    this.#operations = operations;
  }

  get state(): LockState {
    this.#lock.begin();
    return this.#lock.state;
  }

  /** The latest settings win. */
  configure(settings: LockSettings): void {
    this.#lock.dispatch({ type: 'configure', settings });
  }

  /** What is stored, without repairing it: needs no turn, and waits for nobody. @throws CoreError as loading does */
  peek(): Promise<LoadedVault | undefined> {
    return this.#store.peek();
  }

  /** The values of a vault in memory, which has nothing stored. */
  get memory(): Values | undefined {
    this.#lock.begin();
    return this.#session.memory;
  }

  /** Shows an own prompt that does not authenticate, such as for a new passcode: how long it takes is judged when it ends. */
  asking<T>(prompt: () => Promise<T>): Promise<T> {
    return this.#lock.asking(prompt);
  }

  /** Looks at storage: what a started process does first. @throws CoreError as loading does */
  start(): Promise<LoadedVault | undefined> {
    return this.#operations.apart(() => this.#access.load());
  }

  /** Somebody is there: a touch, a key, a request. Or the app is still on the screen, but not in use; or in use again. */
  notice(type: 'activity' | 'deactivate' | 'activate'): void {
    this.#lock.dispatch({ type });
  }

  /** What the app's life cycle did. */
  pause(): void {
    // A clock that was set back in the foreground tells it now, and not of the stay that begins.
    this.#lock.begin();
    this.#lock.dispatch({ type: 'pause' });
  }

  resume(): void {
    this.#lock.dispatch({ type: 'resume' });
  }

  /** Keeps what is stored; a vault in memory has nothing stored, so there it erases. */
  lock(): void {
    this.#lock.dispatch({ type: 'lock' });
  }

  /**
   * In place of whatever there was, readable or not.
   * @param options `replaces: false`: only where there is nothing, else `CONFLICT`
   * @throws CoreError `LOCKED`: a lock came meanwhile, the vault is stored
   */
  create(request: NewVault, { replaces } = { replaces: true }): Promise<void> {
    return this.#operations.alone(async () => {
      const epoch = this.#lock.begin();
      if (!replaces && (await this.#access.load())) throw conflict();
      if (request.policy.mode === MODE.InMemoryOnly) return this.#createInMemory(request.values, epoch);
      this.#unlockWith(await this.#store.create(request, { replaces }), epoch, custodyOf(request.policy.mode));
    });
  }

  /**
   * Shows the prompt of the first slot that is alive; calls made meanwhile share it.
   * @param options `only`: the kind of slot to ask for. `automatic`: nobody asked for it
   * @throws CoreError `LOCKED`: a lock came meanwhile; as the end of the prompt tells
   */
  async unlock(options: UnlockOptions = { automatic: false }): Promise<void> {
    const { epoch = this.#lock.begin() } = options;
    if (this.state.phase === 'absent') await this.start();
    if (isShut(this.state)) this.#lock.assertStill(epoch);
    // Of no consequence where none is shown: the next call comes with its own.
    this.#prompts.only = options.only;
    try {
      await this.#lock.unlock(options.automatic);
    } catch (error) {
      // The end of a prompt may erase the vault: whoever hears of it finds it erased.
      await this.#operations.settled();
      throw error;
    }
  }

  /**
   * With what the caller has. Calls don't share it: each passcode is an attempt of its own.
   * @param epoch the lock's, at the moment from which a lock wins. Absent: the call's
   * @throws CoreError `LOCKED`: a lock came meanwhile; as unlocking does
   */
  unlockWith(kind: Kind, passcode?: string, epoch = this.#lock.begin()): Promise<void> {
    return this.#operations.alone(async () => {
      if (this.state.phase === 'unlocked') return;
      await this.#access.open({ kind, passcode });
      this.#lock.dispatch({ type: 'opened', epoch });
      this.#lock.assertUnlocked();
    });
  }

  /** @throws CoreError `LOCKED`, `NOT_FOUND`, as loading does */
  values(): Promise<Values> {
    return this.#contents.values();
  }

  /** Needs no prompt. @throws CoreError `LOCKED`, `CONFLICT`, `INVALID_ARGUMENT`, `LIMIT_EXCEEDED` */
  write(changes: Changes, options: WriteOptions = {}): Promise<void> {
    return this.#contents.write(changes, options);
  }

  /** Another mode, slot or passcode. @throws CoreError `LOCKED`, `USER_CANCELED`, `POLICY_NOT_MET`, `CONFLICT` */
  rekey(request: RekeyRequest): Promise<void> {
    return this.#operations.alone(async () => {
      const epoch = this.#lock.assertUnlocked();
      const opened = await this.#access.opened();
      this.#unlockWith(await this.#store.rekey(opened, request), epoch, custodyOf(request.policy.mode));
    });
  }

  /** `logout`, `clear`: needs no unlock. */
  erase(): Promise<void> {
    // What is unlocked must not outlive the call, even when storage is slow.
    this.#lock.dispatch({ type: 'erased' });
    return this.#operations.alone(async () => {
      await this.#store.erase();
      if (this.#lock.state.phase !== 'absent') this.#lock.dispatch({ type: 'erased' });
    });
  }

  async #createInMemory(values: Values, epoch: number): Promise<void> {
    // Before the first effect: what is refused leaves what is stored.
    assertFitsMemory(values);
    await this.#store.erase();
    this.#lock.assertStill(epoch);
    this.#session.holdMemory(values);
    this.#lock.dispatch({ type: 'created', custody: 'memory' });
  }

  #unlockWith(keys: OpenKeys, epoch: number, custody: Custody): void {
    this.#lock.assertStill(epoch);
    this.#session.hold(keys);
    this.#lock.dispatch({ type: 'created', custody });
  }
}
