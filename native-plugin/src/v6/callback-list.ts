import { callApp } from '../vaults/call-app.ts';

type Callback<Event> = (event: Event) => unknown;

/** The callbacks an app registered for one event. All are called, in the order they came. */
export class CallbackList<Event> {
  readonly #callbacks: Callback<Event>[] = [];

  add(callback: Callback<Event>): void {
    this.#callbacks.push(callback);
  }

  /** @returns what each of them returned */
  tell(event: Event): readonly unknown[] {
    return this.#callbacks.map((callback) => callApp(() => callback(event)));
  }
}
