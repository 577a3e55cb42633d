import type { AppLines } from './phone-under-test.ts';

type Json = Readonly<Record<string, unknown>>;
/** What became of a message: of a call `result`, of others the whole answer. */
export interface Outcome {
  readonly result?: unknown;
  readonly code?: string;
  readonly data?: Json;
}

export interface EventMessage {
  readonly number: number;
  readonly vault: string;
  readonly type: string;
  readonly saved?: boolean;
  readonly timeout?: boolean;
}

/** Messages of BRIDGE.md as a page would send them, with nothing between. */
export class Session {
  readonly #app: AppLines;
  #hello: Promise<Json> | undefined;
  #calls = 0;
  #heard = 0;

  constructor(app: AppLines) {
    this.#app = app;
  }

  async hello(message: Json): Promise<Outcome> {
    return this.#exchange('hello', message);
  }

  /** A call as it stands, but for the capability, where it says `"capability": "right"`. */
  async raw(message: Json): Promise<Outcome> {
    const { capability } = await this.#greeted();
    return this.#exchange('call', { ...message, ...(message['capability'] === 'right' && { capability }) });
  }

  async call(call: string, given: Json, vault?: string): Promise<Outcome> {
    const { capability, page } = await this.#greeted();
    this.#calls += 1;
    const id = `${String(page)}.${this.#calls}`;
    const message = { capability, id, call, ...(vault !== undefined && { vault }), arguments: given };
    const outcome = await this.#exchange('call', message);
    const answered = outcome.data as { readonly id?: string; readonly result?: unknown } | undefined;
    if (answered?.id !== id) throw new Error(`the answer to ${call} has another id: ${JSON.stringify(outcome)}`);
    return outcome.code === undefined ? { result: answered.result } : outcome;
  }

  /** What happened since they were last asked for: a call that answers at once says how many there are. */
  async events(): Promise<readonly EventMessage[]> {
    const { data } = await this.raw({ capability: 'right', id: '0.0', call: 'hidesScreen', arguments: {} });
    const last = data?.['events'] as number;
    const events: EventMessage[] = [];
    while (this.#heard < last) {
      const { result } = await this.call('events', { after: this.#heard });
      events.push(...(result as readonly EventMessage[]));
      this.#heard = events.at(-1)?.number ?? last;
    }
    return events;
  }

  #greeted(): Promise<Json> {
    this.#hello ??= this.#exchange('hello', { protocols: [1] }).then(({ data, code }) => {
      if (data === undefined || code !== undefined) throw new Error(`hello was rejected: ${code}`);
      return data;
    });
    return this.#hello;
  }

  async #exchange(method: string, message: Json): Promise<Outcome> {
    try {
      return { data: (await this.#app.message(method, message)) as Json };
    } catch (error) {
      const { code, data } = error as { readonly code?: string; readonly data?: Json };
      if (code === undefined) throw error;
      return { code, ...(data && { data }) };
    }
  }
}
