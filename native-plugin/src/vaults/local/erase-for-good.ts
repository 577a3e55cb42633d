import type { Turn } from '../../core/vault/in-turn.ts';

interface Erasure {
  readonly now: () => Promise<void>;
  readonly isThere: () => Promise<boolean>;
}

/** An erasure waits for nothing that was begun before it, such as a prompt; but that must not bring back what it erased. */
export function eraseForGood(inTurn: Turn, { now, isThere }: Erasure): Promise<void> {
  const erased = now();
  const again = inTurn(async () => {
    await erased;
    if (await isThere()) await now();
  });
  // Nobody waits for it: what can't be erased now was told by the first one, or is found by the next call.
  again.catch(() => undefined);
  return erased;
}
