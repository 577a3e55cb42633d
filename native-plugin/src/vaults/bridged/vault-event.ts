import { count, faulty, list, oneOf, optional, record, text, type Shape } from './shape.ts';

/** Something that happened to a vault of the process. Numbered from 1, over all vaults, without a gap. BRIDGE.md §5. */
export interface VaultEvent {
  readonly number: number;
  /** As `open` answered. */
  readonly vault: string;
  readonly type: 'locked' | 'unlocked' | 'configured' | 'idle' | 'active';
  /** Of a lock: see `LockEvent`. */
  readonly saved: boolean | undefined;
  readonly timeout: boolean | undefined;
  /** Of `idle`: milliseconds until the lock. */
  readonly remaining: number | undefined;
}

/** How native names a vault. */
export const vaultId = text(64, 1);

/** At most as many in one answer. */
const MOST_EVENTS = 64;

const members = record<VaultEvent>({
  number: count,
  vault: vaultId,
  type: oneOf('locked', 'unlocked', 'configured', 'idle', 'active'),
  saved: optional(oneOf(true, false)),
  timeout: optional(oneOf(true, false)),
  remaining: optional(count),
});

const happened: Shape<VaultEvent> = (value, at) => {
  const event = members(value, at);
  if (!isComplete(event)) throw faulty(at);
  return event;
};

function isComplete({ type, saved, timeout, remaining }: VaultEvent): boolean {
  if (type === 'idle') return remaining !== undefined;
  return type !== 'locked' || (saved !== undefined && timeout !== undefined);
}

/** In the order of their numbers. */
export const vaultEvents: Shape<readonly VaultEvent[]> = (value, at) => {
  const events = list(happened, MOST_EVENTS)(value, at);
  // Whoever asks waits until there is one: none at all would be asked for again at once, for ever.
  if (events.length === 0) throw faulty(at);
  return [...events].sort((a, b) => a.number - b.number);
};
