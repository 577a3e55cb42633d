/** Calls made while one with the same key is under way share its outcome. */
export class FlightsByKey<T> {
  readonly #underWay = new Map<string, Promise<T>>();

  share(key: string, task: () => Promise<T>): Promise<T> {
    const known = this.#underWay.get(key);
    if (known) return known;
    const flight = task().finally(() => this.#underWay.delete(key));
    this.#underWay.set(key, flight);
    return flight;
  }

  get isUnderWay(): boolean {
    return this.#underWay.size > 0;
  }

  /** Settles when all that is under way at this moment is over. */
  async settled(): Promise<void> {
    await Promise.allSettled(this.#underWay.values());
  }
}
