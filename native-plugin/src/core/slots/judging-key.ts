import type { Bytes } from '../codec/bytes.ts';
import type { SlotHead } from '../codec/envelope.ts';
import { CoreError, coreErrorCode } from '../ports/core-error.ts';
import type { CorePorts } from '../ports/ports.ts';
import { deviceKeyNames } from './storage-names.ts';

/**
 * Opens a slot by its KEM key. Where that is definitely not there while the other key of the slot is, the system
 * destroyed it: both are made and destroyed together, and iOS has no other way to say so. FORMAT.md §11.4.
 * @throws CoreError `KEY_INVALIDATED`; else what the task rejects with
 */
export async function judgingKey<T>(
  { deviceFunction }: Pick<CorePorts, 'deviceFunction'>,
  { vaultId, head }: { readonly vaultId: Bytes; readonly head: SlotHead },
  task: () => Promise<T>,
): Promise<T> {
  try {
    return await task();
  } catch (cause) {
    const isMissing = coreErrorCode(cause) === 'KEY_MISSING';
    if (!isMissing || !(await deviceFunction.exists(deviceKeyNames(vaultId, head.slotId).prf))) throw cause;
    throw new CoreError('KEY_INVALIDATED', 'the system destroyed the key of this slot', { cause });
  }
}
