import { ENROLMENT, KIND, type Enrolment } from '../codec/format-ids.ts';
import { CoreError, coreErrorCode } from '../core-error.ts';
import type { Authenticator } from '../ports.ts';
import type { PromptEnd } from '../state/lock-event.ts';
import { hasSlotId, type LoadedVault } from './loaded-vault.ts';
import type { UnlockRequest } from './unlock-slot.ts';
import type { VaultAccess } from './vault-access.ts';
import type { VaultSession } from './vault-session.ts';

interface PromptParts {
  readonly access: VaultAccess;
  readonly session: VaultSession;
  readonly authenticator: Authenticator;
}

/** One prompt, of the first slot that is alive, and how it ended. Never rejects. */
export async function openByPrompt(parts: PromptParts): Promise<PromptEnd> {
  let enrolment: Enrolment = ENROLMENT.requireOther;
  try {
    const vault = await parts.access.require();
    enrolment = vault.envelope.header.enrolment;
    await parts.session.open(vault, await requestFor(vault, parts.authenticator));
    return { type: 'promptEnd', outcome: 'ok' };
  } catch (error) {
    return { type: 'promptEnd', outcome: coreErrorCode(error) ?? 'TEMPORARILY_UNAVAILABLE', enrolment };
  }
}

async function requestFor({ anchor, envelope }: LoadedVault, authenticator: Authenticator): Promise<UnlockRequest> {
  const alive = envelope.header.slots.find(({ head }) => !hasSlotId(anchor.deadSlots, head.slotId));
  if (!alive) throw new CoreError('KEY_INVALIDATED', 'the system destroyed every key of this vault');
  const { kind } = alive.head;
  if (kind !== KIND.appPasscode) return { kind };
  const passcode = await authenticator.askPasscode();
  if (passcode === undefined || passcode === '') throw new CoreError('USER_CANCELED', 'no passcode was entered');
  return { kind, passcode };
}
