import { isEqual, type Bytes } from '../codec/bytes.ts';
import { encodeSlotHead } from '../codec/encode-envelope.ts';
import type { Slot, SlotHead } from '../codec/envelope.ts';
import { KIND, type Kind } from '../codec/format-ids.ts';
import type { Values } from '../codec/payload.ts';
import { CoreError, coreErrorCode } from '../ports/core-error.ts';
import type { CorePorts } from '../ports/ports.ts';
import { conflict, hasSlotId, type LoadedVault } from '../store/loaded-vault.ts';
import { failAttempt, passAttempt, refundAttempt, spendAttempt } from './attempts.ts';
import { findSlot, openPayload, openSlot, type OpenedSlot } from './open-envelope.ts';
import { normalisePasscode } from './passcode.ts';
import type { Credential } from './slot-secret.ts';
import { deviceKeyNames } from './storage-names.ts';

export interface UnlockRequest {
  readonly kind: Kind;
  /** As typed; only for appPasscode. */
  readonly passcode?: string | undefined;
  /** What a prompt gave for the slot as it was then; only for slots with a KEM. */
  readonly secret?: { readonly of: SlotHead; readonly bytes: Bytes } | undefined;
}

interface SlotUnlock {
  readonly vault: LoadedVault;
  readonly opened: OpenedSlot;
  readonly values: Values;
}

/** FORMAT.md §11.1. @throws CoreError in that order */
export async function unlockSlot(ports: CorePorts, vault: LoadedVault, request: UnlockRequest): Promise<SlotUnlock> {
  const slot = findSlot(vault.envelope, request.kind);
  if (hasSlotId(vault.anchor.deadSlots, slot.head.slotId))
    throw new CoreError('KEY_INVALIDATED', 'the system destroyed the key of this slot');

  const { opened, vault: after } =
    request.kind === KIND.appPasscode
      ? await openWithPasscode(ports, { vault, slot }, request.passcode ?? '')
      : { vault, opened: await openSlot(ports, { envelope: vault.envelope, slot }, credentialOf(slot, request)) };
  return { vault: after, opened, values: await openPayload(ports.aead, after.envelope, opened.dek) };
}

/** @throws CoreError `CONFLICT`: the slot was made anew while the person was asked */
function credentialOf({ head }: Slot, { secret }: UnlockRequest): Credential {
  if (!secret) return {};
  if (!isEqual(encodeSlotHead(head), encodeSlotHead(secret.of))) throw conflict();
  return { secret: secret.bytes };
}

interface Target {
  readonly vault: LoadedVault;
  readonly slot: Slot;
}

async function openWithPasscode(ports: CorePorts, target: Target, typed: string) {
  const passcode = normalisePasscode(typed);
  const { vault, slot } = target;
  const { prf } = deviceKeyNames(vault.envelope.header.vaultId, slot.head.slotId);
  if (!(await ports.deviceFunction.exists(prf))) throw new CoreError('KEY_MISSING', 'the key of this slot is gone');

  const spent = await spendAttempt(ports, vault);
  const opened = await tryPasscode(ports, { ...target, spent }, passcode);
  return { opened, vault: await passAttempt(ports, spent) };
}

async function tryPasscode(
  ports: CorePorts,
  { vault, slot, spent }: Target & { readonly spent: LoadedVault },
  passcode: Bytes,
): Promise<OpenedSlot> {
  try {
    return await openSlot(ports, { envelope: vault.envelope, slot }, { passcode });
  } catch (error) {
    if (coreErrorCode(error) === 'AUTHENTICATION_FAILED') await failAttempt(ports, spent);
    else if (isWithoutResult(error)) await refundAttempt(ports, spent, vault);
    throw error;
  }
}

/** Only where it is certain that no guess was tested; anything unforeseen stays counted. */
function isWithoutResult(error: unknown): boolean {
  const code = coreErrorCode(error);
  return code === 'TEMPORARILY_UNAVAILABLE' || code === 'KEY_MISSING' || code === 'DEVICE_FUNCTION_FAILED';
}
