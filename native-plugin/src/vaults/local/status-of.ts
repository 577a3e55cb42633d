import { KIND, MODE, type Kind, type Mode } from '../../core/codec/format-ids.ts';
import { SESSION_KEY, type Values } from '../../core/codec/payload.ts';
import { CoreError, coreErrorCode } from '../../core/ports/core-error.ts';
import type { LockState } from '../../core/state/lock-state.ts';
import type { LoadedVault } from '../../core/store/loaded-vault.ts';
import type { VaultStatus } from '../vault-service.ts';

/** What a vault would be that is made now. */
interface Future {
  readonly mode: Mode;
  readonly kinds: readonly Kind[];
  /** `null`: it is never erased for wrong passcodes. */
  readonly attempts: number | null;
}

/** `unreadable` is never taken for absent: such a vault counts as in use. */
type Observed = LoadedVault | 'unreadable' | undefined;

export function statusOf(observed: Observed, state: LockState, future: Future): VaultStatus {
  if (observed === undefined) return emptyStatus(future);
  if (observed === 'unreadable') {
    const isLocked = state.phase !== 'unlocked';
    const unreadable = { isStored: true, isInUse: true, hasSession: true, isPasscodeSetupNeeded: false };
    return { ...unreadable, isLocked, mode: future.mode, kinds: future.kinds, attemptsLeft: future.attempts };
  }
  const { anchor, envelope } = observed;
  const { mode, slots, hasValues, hasSession, passcodeSetupNeeded, maxAttempts, wipeAtMax } = envelope.header;
  return {
    mode,
    kinds: slots.map(({ head }) => head.kind),
    isStored: true,
    isInUse: hasValues,
    hasSession,
    isLocked: mode !== MODE.SecureStorage && state.phase !== 'unlocked',
    isPasscodeSetupNeeded: passcodeSetupNeeded,
    attemptsLeft: wipeAtMax ? Math.max(0, maxAttempts - anchor.attempts) : null,
  };
}

/** Of a vault in memory, which has nothing stored. */
export function memoryStatus(values: Values): VaultStatus {
  const isInUse = values.size > 0;
  const hasSession = values.has(SESSION_KEY);
  return { ...emptyStatus({ mode: MODE.InMemoryOnly, kinds: [], attempts: null }), isInUse, hasSession };
}

function emptyStatus({ mode, kinds, attempts }: Future): VaultStatus {
  const isPasscodeSetupNeeded = kinds.includes(KIND.appPasscode);
  const nothing = { isStored: false, isInUse: false, hasSession: false, isLocked: false, isPasscodeSetupNeeded };
  return { ...nothing, mode, kinds, attemptsLeft: attempts };
}

/** The vault, where damage is an observation and not a failure. @throws CoreError `TEMPORARILY_UNAVAILABLE` */
export async function observe(peek: () => Promise<LoadedVault | undefined>): Promise<Observed> {
  try {
    return await peek();
  } catch (error) {
    if (error instanceof CoreError && coreErrorCode(error) !== 'TEMPORARILY_UNAVAILABLE') return 'unreadable';
    throw error;
  }
}
