import type { Header } from '../codec/envelope.ts';
import { CoreError } from '../ports/core-error.ts';
import type { CorePorts } from '../ports/ports.ts';
import type { LoadedVault } from '../store/loaded-vault.ts';

type AttemptPolicy = Pick<Header, 'maxAttempts' | 'wipeAtMax'>;

/** Seconds to wait after so many failures; the last one holds from there on. FORMAT.md §11.2. */
const DELAYS = [0, 0, 0, 5, 30, 120, 600, 3600];

/** Milliseconds. */
export function delayAfter(attempts: number): number {
  return (DELAYS[Math.min(attempts, DELAYS.length - 1)] ?? 0) * 1000;
}

/** Whether the vault is to be erased with the attempts counted so far. */
export function isLastAttempt({ anchor, envelope }: Pick<LoadedVault, 'anchor' | 'envelope'>): boolean {
  return envelope.header.wipeAtMax && anchor.attempts >= envelope.header.maxAttempts;
}

/** Counted under a laxer policy, they would make the next right passcode erase the vault. FORMAT.md §10.1. */
export function isStricter(after: AttemptPolicy, before: AttemptPolicy): boolean {
  return after.maxAttempts < before.maxAttempts || (after.wipeAtMax && !before.wipeAtMax);
}

/**
 * An attempt that is under way must not be taken for one of a killed process, which has failed.
 * @throws CoreError `POLICY_NOT_MET`: other processes can't be kept from loading meanwhile
 */
export function assertKeptApart({ mutex }: Pick<CorePorts, 'mutex'>): void {
  if (!mutex) throw new CoreError('POLICY_NOT_MET', 'nothing keeps other processes from judging an attempt under way');
}

export function tooEarly(wait: number): CoreError {
  return new CoreError('ATTEMPT_DELAYED', 'too early after wrong passcodes; nothing was checked', { retryAfter: wait });
}

export function tooMany(): CoreError {
  return new CoreError('TOO_MANY_ATTEMPTS', 'the vault was erased');
}
