import type { Bytes } from '../codec/bytes.ts';
import type { CorePorts } from '../ports/ports.ts';
import { deviceKeyNames } from '../slots/storage-names.ts';

/** What makes a slot's wrapped key worthless wherever it was copied to. Repeating it does no harm. */
export async function destroySlotKeys(
  ports: Pick<CorePorts, 'deviceFunction' | 'kems'>,
  vaultId: Bytes,
  slotIds: readonly Bytes[],
): Promise<void> {
  for (const slotId of slotIds) {
    const { prf, kem } = deviceKeyNames(vaultId, slotId);
    await ports.deviceFunction.destroy(prf);
    await ports.kems.biometric?.destroy(kem);
    await ports.kems.deviceCredential?.destroy(kem);
  }
}
