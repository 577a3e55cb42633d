interface Once<T> {
  (): Promise<T>;
  /** What was made, or is being made. */
  readonly made: Promise<T> | undefined;
}

/** Makes it for the first who asks, and for everybody else as well. */
export function once<T>(make: () => Promise<T>): Once<T> {
  let made: Promise<T> | undefined;
  return Object.defineProperty(() => (made ??= make()), 'made', { get: () => made }) as Once<T>;
}
