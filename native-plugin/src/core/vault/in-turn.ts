/** Runs a task when those before it are over. */
export type Turn = <T>(task: () => Promise<T>) => Promise<T>;

/**
 * Runs tasks one after the other; a failed one doesn't stop the next.
 * @param apart keeps them apart from those of other processes, too
 */
export function inTurn(apart?: Turn): Turn {
  return queue(apart).inTurn;
}

export interface Queue {
  readonly inTurn: Turn;
  /** All turns that were taken until now are over. Takes none: nothing waits for who waits for this. */
  readonly settled: () => Promise<unknown>;
}

/** @see inTurn */
export function queue(apart: Turn = (task) => task()): Queue {
  let last: Promise<unknown> = Promise.resolve();
  const turn: Turn = (task) => {
    const result = last.then(() => apart(task));
    last = result.catch(() => undefined);
    return result;
  };
  return { inTurn: turn, settled: () => last };
}

/** The same for each name: tasks of different names don't wait for each other. */
export function inTurnByName(): <T>(name: string, task: () => Promise<T>) => Promise<T> {
  const turns = new Map<string, Turn>();
  return (name, task) => {
    const turn = turns.get(name) ?? inTurn();
    turns.set(name, turn);
    return turn(task);
  };
}
