/** Calls made while one is under way share its outcome. */
export function singleFlight<T>(task: () => Promise<T>): () => Promise<T> {
  const share = sharedFlight<T>();
  return () => share(task);
}

/** The same for callers that each bring the task. */
export function sharedFlight<T = void>(): (task: () => Promise<T>) => Promise<T> {
  let underWay: Promise<T> | undefined;
  return (task) => {
    underWay ??= task().finally(() => {
      underWay = undefined;
    });
    return underWay;
  };
}
