import type { Bytes } from '../codec/bytes.ts';
import { CoreError } from '../ports/core-error.ts';
import type { CorePorts } from '../ports/ports.ts';
import { deviceKeyNames } from '../slots/storage-names.ts';

type KeyPorts = Pick<CorePorts, 'deviceFunction' | 'kems'>;

/**
 * What makes a slot's wrapped key worthless wherever it was copied to. Repeating it does no harm.
 * @returns the slots that have keys left, which could not be destroyed now: nothing else has to wait for that
 */
export async function destroySlotKeys(
  ports: KeyPorts,
  vaultId: Bytes,
  slotIds: readonly Bytes[],
): Promise<readonly Bytes[]> {
  const left: Bytes[] = [];
  for (const slotId of slotIds) if (!(await isDestroyed(ports, vaultId, slotId))) left.push(slotId);
  return left;
}

/** The key of F first: a slot that has it and no KEM key is one whose key the system destroyed (FORMAT.md §11.4). */
async function isDestroyed({ deviceFunction, kems }: KeyPorts, vaultId: Bytes, slotId: Bytes): Promise<boolean> {
  const { prf, kem } = deviceKeyNames(vaultId, slotId);
  try {
    await deviceFunction.destroy(prf);
    await kems.biometric?.destroy(kem);
    await kems.deviceCredential?.destroy(kem);
    return true;
  } catch (error) {
    if (error instanceof CoreError) return false;
    throw error;
  }
}
