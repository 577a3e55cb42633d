/** How long messages take on their way. */
export interface Delivery {
  /** Messages of the same order stay in it. */
  toNative(order: string): Promise<void>;
  toPage(): Promise<void>;
}

export const atOnce: Delivery = { toNative: () => Promise.resolve(), toPage: () => Promise.resolve() };

/** Late by a chance that repeats, so that what is independent comes in another order. */
export function outOfOrder(seed: number): Delivery {
  let state = seed;
  const chance = (): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fff_ffff;
    return (state >>> 16) % 4;
  };
  const wait = async (turns: number): Promise<void> => {
    for (let left = turns; left > 0; left -= 1) await new Promise((resolve) => void setTimeout(resolve, 0));
  };
  const last = new Map<string, Promise<void>>();
  return {
    toNative(order) {
      const turns = chance();
      const arrival = (last.get(order) ?? Promise.resolve()).then(() => wait(turns));
      last.set(order, arrival);
      return arrival;
    },
    toPage: () => wait(chance()),
  };
}
