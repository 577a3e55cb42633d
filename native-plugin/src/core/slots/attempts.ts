import { LIMIT } from '../codec/format-limits.ts';
import type { CorePorts } from '../ports/ports.ts';
import { eraseVault } from '../store/erase-vault.ts';
import { writeAnchor, type LoadedVault } from '../store/loaded-vault.ts';
import { delayAfter, isLastAttempt, tooEarly, tooMany } from './attempt-rules.ts';

/**
 * Counts an attempt before it is made, durably: whatever happens next, it is spent.
 * @throws CoreError `ATTEMPT_DELAYED`, `TOO_MANY_ATTEMPTS`: nothing is spent. `CONFLICT`
 */
export async function spendAttempt(ports: CorePorts, vault: LoadedVault): Promise<LoadedVault> {
  if (isLastAttempt(vault)) {
    await eraseVault(ports, vault.anchor.scope);
    throw tooMany();
  }
  await assertDelayOver(ports, vault);
  const attempts = Math.min(vault.anchor.attempts + 1, LIMIT.attempts);
  return writeAnchor(ports, vault, { attempts, pending: true });
}

/** @throws CoreError `TOO_MANY_ATTEMPTS` when that was the last one */
export async function failAttempt(ports: CorePorts, spent: LoadedVault): Promise<LoadedVault> {
  // One write for both: killed between two, the vault would live on with all its attempts used up.
  const erasing = isLastAttempt(spent);
  const failed = await writeAnchor(ports, spent, { pending: false, delayStart: ports.clock.now(), erasing });
  if (!erasing) return failed;
  await eraseVault(ports, failed.anchor.scope);
  throw tooMany();
}

export function passAttempt(ports: CorePorts, spent: LoadedVault): Promise<LoadedVault> {
  return writeAnchor(ports, spent, { attempts: 0, pending: false, delayStart: 0 });
}

/** For an attempt that gave no answer: nobody learnt anything from it. */
export function refundAttempt(ports: CorePorts, spent: LoadedVault, before: LoadedVault): Promise<LoadedVault> {
  const { attempts, delayStart } = before.anchor;
  return writeAnchor(ports, spent, { attempts, pending: false, delayStart });
}

async function assertDelayOver(ports: CorePorts, vault: LoadedVault): Promise<void> {
  const delay = delayAfter(vault.anchor.attempts);
  if (delay === 0) return;
  const elapsed = ports.clock.now() - vault.anchor.delayStart;
  if (elapsed >= delay) return;
  if (elapsed >= 0) throw tooEarly(delay - elapsed);
  // A restart set the clock back; how much of the delay is over can't be known.
  await writeAnchor(ports, vault, { delayStart: ports.clock.now() });
  throw tooEarly(delay);
}
