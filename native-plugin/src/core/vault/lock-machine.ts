import { CoreError, type CoreErrorCode } from '../ports/core-error.ts';
import type { Clock } from '../ports/ports.ts';
import { initialState, type LockState } from '../state/lock-state.ts';
import type { LockEffect, LockEvent } from '../state/lock-event.ts';
import { reduce } from '../state/reduce.ts';
import type { VaultHost } from '../ports/vault-host.ts';

/** What only the owner of the key can do. */
export interface KeyKeeper {
  dropKey(): void;
  dropOpened(): void;
  keepOpened(): void;
  showPrompt(): void;
  erase(): void;
  markSlotDead(): void;
}

/** An event without its moment. */
export type Happening = LockEvent extends infer Event ? (Event extends LockEvent ? Omit<Event, 'now'> : never) : never;

interface Caller {
  readonly resolve: () => void;
  readonly reject: (error: CoreError) => void;
}

/** Feeds the reducer and performs what it decides. */
export class LockMachine {
  readonly #clock: Clock;
  readonly #host: VaultHost;
  readonly #keeper: KeyKeeper;
  readonly #callers = new Map<string, Caller>();
  #calls = 0;
  state: LockState;

  constructor(
    parts: { clock: Clock; host: VaultHost; keeper: KeyKeeper },
    settings: Parameters<typeof initialState>[0],
  ) {
    this.#clock = parts.clock;
    this.#host = parts.host;
    this.#keeper = parts.keeper;
    this.state = initialState(settings);
  }

  dispatch(happening: Happening): readonly LockEffect[] {
    const { state, effects } = reduce(this.state, { ...happening, now: this.#clock.now() });
    this.state = state;
    this.#performAll(effects);
    return effects;
  }

  configure({ lockAfter, hideScreen }: Parameters<typeof initialState>[0]): void {
    // The return would not uncover any more. In the foreground the app may still be leaving the page: that is waited for.
    if (this.state.background && this.state.hideScreen && !hideScreen) this.#host.uncover();
    this.state = { ...this.state, lockAfter, hideScreen };
  }

  /** @see VaultCore.asking */
  async asking<T>(prompt: () => Promise<T>): Promise<T> {
    this.begin();
    if (this.state.prompt) return prompt();
    this.dispatch({ type: 'promptBegin' });
    try {
      return await prompt();
    } finally {
      this.dispatch({ type: 'promptEnd', outcome: 'done' });
    }
  }

  /** Comes first in every entry point. @returns the epoch, for {@link assertStill} */
  begin(): number {
    this.dispatch({ type: 'tick' });
    return this.state.epoch;
  }

  /** @throws CoreError `LOCKED`: a lock or erasure came since */
  assertStill(epoch: number): void {
    if (this.begin() !== epoch) throw new CoreError('LOCKED', 'the vault was locked meanwhile');
  }

  /** @returns the epoch. @throws CoreError `LOCKED`, `NOT_FOUND` */
  assertUnlocked(): number {
    const epoch = this.begin();
    const { phase } = this.state;
    if (phase === 'absent') throw new CoreError('NOT_FOUND', 'there is no vault');
    if (phase !== 'unlocked') throw new CoreError('LOCKED', 'the vault is locked');
    return epoch;
  }

  /** @throws CoreError why the lease was denied */
  leaseOrThrow(happening: Happening): void {
    for (const effect of this.dispatch(happening))
      if (effect.type === 'denyLease') throw new CoreError(effect.code, 'the lease does not allow this');
  }

  /** Settles with the unlock that is under way or begins. */
  unlock(automatic: boolean): Promise<void> {
    this.#calls += 1;
    const caller = String(this.#calls);
    return new Promise<void>((resolve, reject) => {
      this.#callers.set(caller, { resolve, reject });
      this.dispatch({ type: 'unlock', caller, automatic });
    });
  }

  /** A host that fails in one, as on a screen that can't be covered, must not keep the key from being dropped by the next. */
  #performAll(effects: readonly LockEffect[]): void {
    const failures: unknown[] = [];
    for (const effect of effects) {
      try {
        this.#perform(effect);
      } catch (error) {
        failures.push(error);
      }
    }
    if (failures.length > 0) throw failures[0];
  }

  #perform(effect: LockEffect): void {
    switch (effect.type) {
      case 'resolve':
        this.#settle(effect.callers, (caller) => caller.resolve());
        break;
      case 'reject':
        this.#settle(effect.callers, (caller) => caller.reject(refusal(effect.code)));
        break;
      case 'dropKey':
      case 'dropOpened':
      case 'showPrompt':
      case 'erase':
      case 'markSlotDead':
        this.#keeper[effect.type]();
        break;
      case 'notifyUnlocked':
        this.#keeper.keepOpened();
        this.#host.onUnlocked();
        break;
      case 'notifyLocked':
        this.#host.onLocked({ saved: effect.saved, timeout: effect.timeout });
        break;
      case 'notifyErased':
        this.#host.onErased();
        break;
      case 'cover':
      case 'uncover':
        this.#host[effect.type]();
        break;
      case 'uncoverWhenAcknowledged':
        this.#host.uncoverWhenAcknowledged(effect.limit);
        break;
      // Answered by whoever dispatched the event, from the effects it gets back.
      case 'grantLease':
      case 'denyLease':
      case 'writeWithLease':
    }
  }

  #settle(ids: readonly string[], settle: (caller: Caller) => void): void {
    for (const id of ids) {
      const caller = this.#callers.get(id);
      this.#callers.delete(id);
      if (caller) settle(caller);
    }
  }
}

function refusal(code: CoreErrorCode): CoreError {
  return new CoreError(code, 'the vault was not unlocked');
}
