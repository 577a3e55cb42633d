import type { CallMessage } from '../../../src/vaults/bridged/call-message.ts';
import type { HelloMessage } from '../../../src/vaults/bridged/hello.ts';
import type { NativePlugin } from '../../../src/vaults/bridged/native-plugin.ts';
import type { Delivery } from './delivery.ts';
import type { NativeSide } from './native-side.ts';
import { RefusalMessage } from './refusal-message.ts';

/** Everything that passed between a page and native: for canaries. */
export interface Traffic {
  readonly to: 'native' | 'page';
  readonly json: string;
}

/** Calls that end when something happens, or a person does something. */
const WAITING: readonly string[] = ['events', 'openAuthSession'];

/** A page in the WebView: what it sends and hears is JSON, comes late, and stops when it is reloaded or left. */
export class Page implements NativePlugin {
  readonly native: NativeSide;
  readonly traffic: Traffic[] = [];
  readonly #delivery: Delivery;
  #isLoaded = true;
  #inFlight = 0;

  constructor(native: NativeSide, delivery: Delivery) {
    this.native = native;
    this.#delivery = delivery;
  }

  /** Nothing is under way any more, and the page knows of every event. */
  get isQuiet(): boolean {
    return this.#inFlight === 0 && this.native.log.isHeard;
  }

  /** Native goes on; what it answers from now on reaches nobody. */
  unload(): void {
    this.#isLoaded = false;
  }

  hello(message: HelloMessage): Promise<unknown> {
    return this.#exchange('hello', message, (received) => this.native.hello(received));
  }

  async call(message: CallMessage): Promise<unknown> {
    const isWaiting = WAITING.includes(message.call);
    if (!isWaiting) this.#inFlight += 1;
    try {
      return await this.#exchange(message.vault ?? message.call, message, (received) => this.native.call(received));
    } finally {
      if (!isWaiting) this.#inFlight -= 1;
    }
  }

  /** @param order what has the same does not overtake on the way to native */
  async #exchange(order: string, message: unknown, take: (received: unknown) => unknown): Promise<unknown> {
    const sent = this.#pass('native', message);
    await this.#delivery.toNative(order);
    await this.#stillLoaded();
    const { value, refusal } = await outcomeOf(() => take(sent));
    const answered = this.#pass('page', refusal ? { code: refusal.code, data: refusal.data } : (value ?? {}));
    await this.#delivery.toPage();
    await this.#stillLoaded();
    // What Capacitor makes of a rejection.
    if (refusal) throw Object.assign(new Error('refused'), answered);
    return answered;
  }

  #pass(to: Traffic['to'], value: unknown): unknown {
    if (hasUndefined(value)) throw new TypeError(`undefined passes the bridge to ${to}`);
    const json = JSON.stringify(value);
    this.traffic.push({ to, json });
    return JSON.parse(json);
  }

  #stillLoaded(): Promise<void> {
    return this.#isLoaded ? Promise.resolve() : new Promise(() => undefined);
  }
}

async function outcomeOf(
  task: () => unknown,
): Promise<{ readonly value?: unknown; readonly refusal?: RefusalMessage }> {
  try {
    return { value: await task() };
  } catch (error) {
    if (error instanceof RefusalMessage) return { refusal: error };
    throw error;
  }
}

function hasUndefined(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return value === undefined;
  return Object.values(value).some(hasUndefined);
}
