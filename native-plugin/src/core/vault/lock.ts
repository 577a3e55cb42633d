import { CoreError } from '../ports/core-error.ts';
import type { CoreHost } from '../ports/core-host.ts';
import type { Clock } from '../ports/ports.ts';
import { initialState, type LockSettings, type LockState } from '../state/lock-state.ts';
import { nextDue } from '../state/next-due.ts';
import { reduce } from '../state/reduce.ts';
import type { StateEffect } from '../state/state-event.ts';
import { Answers } from './answers.ts';
import type { Happening } from './happening.ts';
import { tellHost } from './tell-host.ts';

/** What the lock has done by who holds the keys. */
export interface KeyKeeper {
  dropKey(): void;
  dropOpened(): void;
  keepOpened(): void;
  /** There is no lease (any more). */
  forgetLease(): void;
  /** These take their time; what comes of it is told. */
  showPrompt(tell: (happening: Happening) => void): void;
  erase(): void;
  markSlotDead(tell: (happening: Happening) => void): void;
}

/** The lock of one vault: feeds the reducer, and performs what it decides. */
export class Lock {
  readonly #clock: Clock;
  readonly #host: CoreHost;
  readonly #keeper: KeyKeeper;
  readonly #answers = new Answers();
  #calls = 0;
  /** The moment that a tick was asked for. */
  #armed: number | null = null;
  #state: LockState;

  constructor(
    { clock, host, keeper }: { readonly clock: Clock; readonly host: CoreHost; readonly keeper: KeyKeeper },
    settings: LockSettings,
  ) {
    this.#clock = clock;
    this.#host = host;
    this.#keeper = keeper;
    this.#state = initialState(settings);
  }

  get state(): LockState {
    return this.#state;
  }

  dispatch(happening: Happening): void {
    const now = this.#clock.now();
    const { state, effects } = reduce(this.#state, { ...happening, now });
    this.#state = state;
    if (!state.lease) this.#keeper.forgetLease();
    performAll([() => this.#arm(now), ...effects.map((effect) => () => this.#perform(effect))]);
  }

  /** Nobody else tells the lock that time has passed. @param now read once: some clocks tell only once that they were set back */
  #arm(now: number): void {
    const due = nextDue(this.#state);
    if (due === this.#armed) return;
    this.#armed = due;
    try {
      this.#host.wakeIn(due === null ? null : timeBetween(now, due), () => {
        this.#armed = null;
        this.begin();
      });
    } catch (error) {
      // Nothing wakes it: the next event asks again.
      this.#armed = null;
      throw error;
    }
  }

  /** @see CoreVault.asking */
  async asking<T>(prompt: () => Promise<T>): Promise<T> {
    if (this.#state.prompt) return prompt();
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
    return this.#state.epoch;
  }

  /** @throws CoreError `LOCKED`: a lock or erasure came since */
  assertStill(epoch: number): void {
    if (this.begin() !== epoch) throw new CoreError('LOCKED', 'the vault was locked meanwhile');
  }

  /** @returns the epoch. @throws CoreError `LOCKED`, `NOT_FOUND` */
  assertUnlocked(): number {
    const epoch = this.begin();
    const { phase } = this.#state;
    if (phase === 'absent') throw new CoreError('NOT_FOUND', 'there is no vault');
    if (phase !== 'unlocked') throw new CoreError('LOCKED', 'the vault is locked');
    return epoch;
  }

  /** Settles with the unlock that is under way or begins. */
  unlock(automatic: boolean): Promise<void> {
    this.#calls += 1;
    const caller = String(this.#calls);
    return this.#answers.wait(caller, () => this.dispatch({ type: 'unlock', caller, automatic }));
  }

  /** Settles with whether it was granted. @throws CoreError why it was denied */
  lease(happening: Extract<Happening, { type: 'leaseBegin' | 'leaseWrite' }>): Promise<void> {
    return this.#answers.wait(leaseCaller(happening.id), () => this.dispatch(happening));
  }

  #perform(effect: StateEffect): void {
    switch (effect.type) {
      case 'resolve':
        this.#answers.settle(effect.callers);
        break;
      case 'reject':
        this.#answers.settle(effect.callers, new CoreError(effect.code, 'the vault was not unlocked'));
        break;
      case 'grantLease':
      case 'writeWithLease':
        this.#answers.settle([leaseCaller(effect.id)]);
        break;
      case 'denyLease':
        this.#answers.settle([leaseCaller(effect.id)], new CoreError(effect.code, 'the lease does not allow this'));
        break;
      case 'dropKey':
      case 'dropOpened':
      case 'keepOpened':
      case 'erase':
        this.#keeper[effect.type]();
        break;
      case 'showPrompt':
      case 'markSlotDead':
        this.#keeper[effect.type]((happening) => this.dispatch(happening));
        break;
      case 'notifyUnlocked':
        this.#host.onUnlocked();
        break;
      default:
        tellHost(this.#host, effect);
    }
  }
}

/** A host that fails in one, as on a screen that can't be covered, must not keep the key from being dropped by the next. */
function performAll(effects: readonly (() => void)[]): void {
  const failures: unknown[] = [];
  for (const perform of effects) {
    try {
      perform();
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
}

/** Milliseconds. None where a clock that was set back tells no time: what waits for it counts as over, as for any timer what is past. */
function timeBetween(now: number, due: number): number {
  const left = due - now;
  return Number.isFinite(left) ? left : 0;
}

/** Callers of an unlock are numbers. */
function leaseCaller(id: string): string {
  return `lease ${id}`;
}
