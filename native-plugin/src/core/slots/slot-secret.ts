import type { Bytes } from '../codec/bytes.ts';
import type { SlotHead } from '../codec/envelope.ts';
import { KIND } from '../codec/format-ids.ts';
import { CoreError } from '../ports/core-error.ts';
import type { CorePorts, KemKind, SlotKem, SlotKems } from '../ports/ports.ts';
import { deviceKeyNames } from './storage-names.ts';

/** What the person brings: a normalised passcode for an appPasscode slot, else nothing or what a prompt gave. */
export interface Credential {
  readonly passcode?: Bytes | undefined;
  /** S of a slot with a KEM, where it was decapsulated before. */
  readonly secret?: Bytes | undefined;
}

/** S of FORMAT.md §6.1. @throws CoreError what the KEM rejects with, `POLICY_NOT_MET` where there is none */
export async function slotSecret(
  ports: Pick<CorePorts, 'kdf' | 'kems'>,
  { vaultId, head }: { readonly vaultId: Bytes; readonly head: SlotHead },
  { passcode, secret }: Credential,
): Promise<Bytes> {
  switch (head.kind) {
    case KIND.device:
      return new Uint8Array(32);
    case KIND.appPasscode:
      if (!passcode) throw new CoreError('INVALID_ARGUMENT', 'a passcode slot needs a passcode');
      return ports.kdf.derive(passcode, head.salt, head.iterations);
    default: {
      if (secret) return secret;
      const { kem } = deviceKeyNames(vaultId, head.slotId);
      return kemOf(ports.kems, head.kind).decapsulate({ name: kem, salt: head.salt, enc: head.enc });
    }
  }
}

/** @throws CoreError `POLICY_NOT_MET`: this device has no such keys */
export function kemOf(kems: SlotKems, kind: KemKind): SlotKem {
  const kem = kind === KIND.biometric ? kems.biometric : kems.deviceCredential;
  if (!kem) throw new CoreError('POLICY_NOT_MET', 'no keys of this kind on this device');
  return kem;
}
