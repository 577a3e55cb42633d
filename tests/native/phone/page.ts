import type { AppLines } from './phone-under-test.ts';

interface CallMessage {
  readonly call: string;
  readonly arguments: Readonly<Record<string, unknown>>;
}

/** The page in the app's web view: the plugin as JavaScript sees it, and whether anything is under way. */
export class Page {
  readonly #app: AppLines;
  #capability = '';
  #inFlight = 0;
  #heard = -1;
  #isLoaded = true;

  constructor(app: AppLines) {
    this.#app = app;
  }

  async hello(message: unknown): Promise<unknown> {
    const answer = (await this.#app.message('hello', message)) as { readonly capability: string };
    this.#capability = answer.capability;
    return answer;
  }

  async call(message: CallMessage): Promise<unknown> {
    if (message.call === 'events') this.#heard = message.arguments['after'] as number;
    else this.#inFlight += 1;
    try {
      const answer = await this.#app.message('call', message);
      return this.#isLoaded ? answer : await new Promise(() => undefined);
    } catch (error) {
      if (!this.#isLoaded) await new Promise(() => undefined);
      throw error;
    } finally {
      if (message.call !== 'events') this.#inFlight -= 1;
    }
  }

  /** What comes from now on reaches nobody. */
  unload(): void {
    this.#isLoaded = false;
  }

  /** Until nothing is under way, and the page has asked for what comes after the last event. */
  async quiet(): Promise<void> {
    for (let isQuiet = false; !isQuiet;) {
      await this.#app.do('settle');
      const { events } = (await this.#app.message('call', {
        ...{ capability: this.#capability, id: '0.0', call: 'hidesScreen', arguments: {} },
      })) as { readonly events: number };
      isQuiet = this.#inFlight === 0 && this.#heard === events;
    }
  }
}
