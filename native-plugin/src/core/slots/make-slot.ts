import type { Bytes } from '../codec/bytes.ts';
import type { Slot, SlotHead } from '../codec/envelope.ts';
import { ENROLMENT, KDF, KEM, KIND, type Enrolment } from '../codec/format-ids.ts';
import { LIMIT } from '../codec/format-limits.ts';
import type { CorePorts, Kek, KemKind } from '../ports/ports.ts';
import { destroySlotKeys } from '../store/destroy-slot-keys.ts';
import { assertKeptApart } from './attempt-rules.ts';
import { wrapSlot } from './seal-envelope.ts';
import { deriveKek, type VaultBinding } from './slot-key.ts';
import { kemOf } from './slot-secret.ts';
import { deviceKeyNames } from './storage-names.ts';

/** A slot to make. */
export type SlotRequest =
  /** `passcode` is normalised; `iterations` default to 600 000. */
  | { readonly kind: typeof KIND.appPasscode; readonly passcode: Bytes; readonly iterations?: number }
  | { readonly kind: typeof KIND.device | KemKind };

/** A slot, and its key: while the vault is unlocked the slot can be wrapped again with it. */
export interface MadeSlot {
  readonly slot: Slot;
  readonly kek: Kek;
}

export interface SlotTarget {
  readonly binding: VaultBinding;
  readonly dek: Bytes;
  /** What a changed enrolment does is up to the key of a biometric slot. */
  readonly enrolment: Enrolment;
}

/** A slot under new device keys. @throws CoreError `POLICY_NOT_MET`, `USER_CANCELED`; then no keys are left behind */
export async function createSlot(ports: CorePorts, target: SlotTarget, request: SlotRequest): Promise<MadeSlot> {
  const { vaultId } = target.binding;
  if (request.kind === KIND.appPasscode) assertKeptApart(ports);
  const slotId = ports.random.bytes(8);
  try {
    await ports.deviceFunction.create(deviceKeyNames(vaultId, slotId).prf);
    const { head, secret } = await newSecret(ports, { vaultId, slotId, enrolment: target.enrolment }, request);
    const kek = await deriveKek(ports, { vaultId, head }, secret);
    secret.fill(0);
    return { slot: await wrapSlot(ports, { binding: target.binding, head, kek }, target.dek), kek };
  } catch (error) {
    await destroySlotKeys(ports, vaultId, [slotId]);
    throw error;
  }
}

interface NewSecret {
  readonly head: SlotHead;
  readonly secret: Bytes;
}

async function newSecret(
  ports: CorePorts,
  { vaultId, slotId, enrolment }: { readonly vaultId: Bytes; readonly slotId: Bytes; readonly enrolment: Enrolment },
  request: SlotRequest,
): Promise<NewSecret> {
  const none = new Uint8Array(0);
  const unused = { kdf: KDF.none, kem: KEM.none, iterations: 0, salt: none, enc: none };
  const common = { ...unused, kind: request.kind, prf: ports.deviceFunction.prf, slotId };
  switch (request.kind) {
    case KIND.device:
      return { head: common, secret: new Uint8Array(32) };
    case KIND.appPasscode: {
      const { passcode, iterations = LIMIT.iterations } = request;
      const salt = ports.random.bytes(LIMIT.salt);
      const secret = await ports.kdf.derive(passcode, salt, iterations);
      return { head: { ...common, kdf: KDF.pbkdf2, iterations, salt }, secret };
    }
    default: {
      const kem = kemOf(ports.kems, request.kind);
      const { secret, enc, salt } = await kem.create(deviceKeyNames(vaultId, slotId).kem, {
        survivesEnrolment: enrolment === ENROLMENT.ignore,
      });
      return { head: { ...common, kem: kem.kem, enc, salt }, secret };
    }
  }
}
