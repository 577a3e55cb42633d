/** Calls made while one is under way share its outcome. */
export function singleFlight<T>(task: () => Promise<T>): () => Promise<T> {
  let underWay: Promise<T> | undefined;
  return () => {
    underWay ??= task().finally(() => {
      underWay = undefined;
    });
    return underWay;
  };
}
