import type { CoreErrorCode } from '../ports/core-error.ts';
import type { Lease, LockState } from './lock-state.ts';
import { change, stay, type Step } from './step.ts';

type Request = Omit<Lease, 'deadline'>;

interface WriteRequest extends Request {
  /** What the lease names is as it was when the lease was granted, under the same data key. */
  readonly unchanged: boolean;
}

export function onLeaseBegin(state: LockState, { id, names }: Request): Step {
  if (state.phase !== 'unlocked' || state.custody === 'memory') return stay(state, denial(id, 'LOCKED'));
  if (state.lease) return stay(state, denial(id, 'CONFLICT'));
  return change(state, { lease: { id, names, deadline: null } }, { type: 'grantLease', id });
}

export function onLeaseWrite(state: LockState, request: WriteRequest): Step {
  const { id } = request;
  const { lease } = state;
  if (lease?.id !== id) return stay(state, denial(id, 'LOCKED'));
  const used = endOf(state);
  const refusal = refusalOf(lease, request);
  if (refusal) return { state: used.state, effects: [denial(id, refusal), ...used.effects] };
  return { state: used.state, effects: [{ type: 'writeWithLease', id }, ...used.effects] };
}

export function onLeaseEnd(state: LockState, id: string): Step {
  return state.lease?.id === id ? endOf(state) : stay(state);
}

function refusalOf(lease: Lease, { names, unchanged }: WriteRequest): CoreErrorCode | undefined {
  if (names.some((name) => !lease.names.includes(name))) return 'INVALID_ARGUMENT';
  return unchanged ? undefined : 'CONFLICT';
}

function denial(id: string, code: CoreErrorCode) {
  return { type: 'denyLease', id, code } as const;
}

/** Used up; a locked vault has no more reason to hold the key. */
function endOf(state: LockState): Step {
  return state.phase === 'unlocked'
    ? change(state, { lease: null })
    : change(state, { lease: null }, { type: 'dropKey' });
}
