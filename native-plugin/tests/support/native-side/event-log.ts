import type { LockEvent } from '../../../src/definitions/v4.ts';
import type { OpenVault } from '../../../src/vaults/vault-service.ts';
import { RefusalMessage } from './refusal-message.ts';

interface EventMessage {
  readonly number: number;
  readonly vault: string;
  readonly type: string;
  readonly saved?: boolean;
  readonly timeout?: boolean;
  readonly remaining?: number;
}

interface Poll {
  readonly after: number;
  readonly answer: (events: readonly EventMessage[]) => void;
  readonly reject: (refusal: RefusalMessage) => void;
}

const MOST_KEPT = 256;
const MOST_WAITING = 8;
const MOST_AT_ONCE = 64;

/** The events of a process, by number, and who waits for them. BRIDGE.md §5. */
export class EventLog {
  #kept: EventMessage[] = [];
  #last = 0;
  #polls: Poll[] = [];
  readonly #acknowledgements = new Map<number, () => void>();

  get last(): number {
    return this.#last;
  }

  /** Whether a page waits that knows of everything. */
  get isHeard(): boolean {
    return this.#polls.some(({ after }) => after === this.#last);
  }

  watch(vault: string, opened: OpenVault): void {
    opened.subscribe({
      onLock: ({ saved, timeout }: LockEvent) => this.#add({ vault, type: 'locked', saved, timeout }),
      onUnlock: () => this.#add({ vault, type: 'unlocked' }),
      onConfig: () => this.#add({ vault, type: 'configured' }),
      onIdle: (remaining) => this.#add({ vault, type: 'idle', remaining }),
      onActive: () => this.#add({ vault, type: 'active' }),
    });
  }

  after(number: number): Promise<readonly EventMessage[]> {
    const later = this.#kept.filter((event) => event.number > number).slice(0, MOST_AT_ONCE);
    if (later.length > 0) return Promise.resolve(later);
    return new Promise((answer, reject) => {
      this.#polls.push({ after: number, answer, reject });
      if (this.#polls.length > MOST_WAITING) this.#polls.shift()?.reject(new RefusalMessage('Conflict'));
    });
  }

  acknowledge(number: number): void {
    this.#acknowledgements.get(number)?.();
    this.#acknowledgements.delete(number);
  }

  /** @returns what the cover waits for */
  #add(event: Omit<EventMessage, 'number'>): Promise<void> {
    this.#last += 1;
    const number = this.#last;
    const told = { number, ...event };
    this.#kept = [...this.#kept, told].slice(-MOST_KEPT);
    for (const { answer } of this.#polls.splice(0)) answer([told]);
    return new Promise((resolve) => void this.#acknowledgements.set(number, resolve));
  }
}
