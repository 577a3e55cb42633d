import { isEqual, type Bytes } from '../codec/bytes.ts';
import { encodeSlotHead } from '../codec/encode-envelope.ts';
import type { Slot, SlotHead } from '../codec/envelope.ts';
import { KIND, type Kind } from '../codec/format-ids.ts';
import type { Values } from '../codec/payload.ts';
import { CoreError, coreErrorCode } from '../ports/core-error.ts';
import type { CorePorts } from '../ports/ports.ts';
import { conflict, hasSlotId, type LoadedVault } from '../store/loaded-vault.ts';
import { assertKeptApart } from './attempt-rules.ts';
import { failAttempt, passAttempt, refundAttempt, spendAttempt } from './attempts.ts';
import { judgingKey } from './judging-key.ts';
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

/** What may be tried now. For a passcode, the attempt is counted already. */
export interface BegunUnlock {
  /** As it was before the attempt. */
  readonly vault: LoadedVault;
  readonly slot: Slot;
  readonly secret: UnlockRequest['secret'];
  readonly attempt: { readonly passcode: Bytes; readonly spent: LoadedVault } | undefined;
}

/** FORMAT.md §11.1. @throws CoreError in that order */
export async function unlockSlot(ports: CorePorts, vault: LoadedVault, request: UnlockRequest): Promise<SlotUnlock> {
  return finishUnlock(ports, await beginUnlock(ports, vault, request));
}

/** Steps 2 and 3 of FORMAT.md §11.1. @throws CoreError in that order; `CONFLICT`: nothing was spent, start over */
export async function beginUnlock(
  ports: CorePorts,
  vault: LoadedVault,
  { kind, passcode, secret }: UnlockRequest,
): Promise<BegunUnlock> {
  const slot = findSlot(vault.envelope, kind);
  if (hasSlotId(vault.anchor.deadSlots, slot.head.slotId))
    throw new CoreError('KEY_INVALIDATED', 'the system destroyed the key of this slot');
  const attempt = kind === KIND.appPasscode ? await beginAttempt(ports, { vault, slot }, passcode ?? '') : undefined;
  return { vault, slot, secret, attempt };
}

/** Steps 4 to 7 of FORMAT.md §11.1. @throws CoreError in that order */
export async function finishUnlock(ports: CorePorts, begun: BegunUnlock): Promise<SlotUnlock> {
  const { vault, slot, attempt } = begun;
  const opened = attempt
    ? await tryPasscode(ports, begun, attempt)
    : await openAsked(ports, begun, credentialOf(slot, begun.secret));
  const after = attempt ? await passAttempt(ports, attempt.spent) : vault;
  return { vault: after, opened, values: await openPayload(ports.aead, after.envelope, opened.dek) };
}

/** @throws CoreError `CONFLICT`: the slot was made anew while the person was asked */
function credentialOf({ head }: Slot, secret: UnlockRequest['secret']): Credential {
  if (!secret) return {};
  if (!isEqual(encodeSlotHead(head), encodeSlotHead(secret.of))) throw conflict();
  return { secret: secret.bytes };
}

function openAsked(ports: CorePorts, { vault, slot }: BegunUnlock, credential: Credential): Promise<OpenedSlot> {
  const { envelope } = vault;
  const place = { vaultId: envelope.header.vaultId, head: slot.head };
  return judgingKey(ports, place, () => openSlot(ports, { envelope, slot }, credential));
}

interface Target {
  readonly vault: LoadedVault;
  readonly slot: Slot;
}

async function beginAttempt(ports: CorePorts, { vault, slot }: Target, typed: string): Promise<BegunUnlock['attempt']> {
  assertKeptApart(ports);
  const passcode = normalisePasscode(typed);
  const { prf } = deviceKeyNames(vault.envelope.header.vaultId, slot.head.slotId);
  if (!(await ports.deviceFunction.exists(prf))) throw new CoreError('KEY_MISSING', 'the key of this slot is gone');
  return { passcode, spent: await spendAttempt(ports, vault) };
}

async function tryPasscode(
  ports: CorePorts,
  { vault, slot }: Target,
  { passcode, spent }: NonNullable<BegunUnlock['attempt']>,
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
