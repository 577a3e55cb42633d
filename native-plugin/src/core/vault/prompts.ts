import type { Slot } from '../codec/envelope.ts';
import { ENROLMENT, KIND, type Enrolment, type Kind } from '../codec/format-ids.ts';
import { CoreError, coreErrorCode, type CoreErrorCode } from '../ports/core-error.ts';
import type { Authenticator } from '../ports/ports.ts';
import type { UnlockRequest } from '../slots/unlock-slot.ts';
import type { PromptEnd } from '../state/state-event.ts';
import { hasSlotId, type LoadedVault } from '../store/loaded-vault.ts';
import type { VaultStore } from '../store/vault-store.ts';
import { Access } from './access.ts';
import type { Happening } from './happening.ts';
import type { Turn } from './in-turn.ts';
import type { Session } from './session.ts';

interface PromptParts {
  readonly store: VaultStore;
  readonly session: Session;
  readonly authenticator: Authenticator;
  /** Nothing waits while a person thinks: only what touches storage takes its turn. */
  readonly inTurn: Turn;
}

/** The prompts of the vault's slots. */
export class Prompts {
  readonly #parts: PromptParts;
  /** Of the prompt that is shown next: the kind of slot to ask for. `undefined`: any. */
  only: Kind | undefined;

  constructor(parts: PromptParts) {
    this.#parts = parts;
  }

  /**
   * One prompt, of the first slot that is alive, or of the next where it can't be used now. Never rejects.
   * @param tell what is found out on the way
   * @returns how it ended
   */
  show(tell: (happening: Happening) => void): Promise<PromptEnd> {
    const { store, session } = this.#parts;
    return openByPrompt({ ...this.#parts, access: new Access(store, session, tell) }, this.only);
  }
}

interface OpenParts extends PromptParts {
  readonly access: Access;
}

async function openByPrompt(parts: OpenParts, only: Kind | undefined): Promise<PromptEnd> {
  let enrolment: Enrolment = ENROLMENT.requireOther;
  try {
    const vault = await parts.inTurn(() => parts.access.require());
    enrolment = vault.envelope.header.enrolment;
    const wanted = vault.envelope.header.slots.filter(({ head }) => only === undefined || head.kind === only);
    if (wanted.length === 0) throw new CoreError('SLOT_NOT_FOUND', 'the vault has no slot of this kind');
    await openFirst(parts, vault, alive(vault, wanted));
    return { type: 'promptEnd', outcome: 'ok' };
  } catch (error) {
    return { type: 'promptEnd', outcome: coreErrorCode(error) ?? 'TEMPORARILY_UNAVAILABLE', enrolment };
  }
}

function alive({ anchor }: LoadedVault, slots: readonly Slot[]): readonly Slot[] {
  return slots.filter(({ head }) => !hasSlotId(anchor.deadSlots, head.slotId));
}

/** After these the person is asked in the vault's other way, where it has one: this one can't be used now. */
const FALLS_BACK: ReadonlySet<CoreErrorCode | undefined> = new Set(['KEY_MISSING', 'LOCKED_OUT', 'POLICY_NOT_MET']);

async function openFirst(parts: OpenParts, vault: LoadedVault, slots: readonly Slot[]): Promise<void> {
  const [slot, ...others] = slots;
  if (!slot) throw new CoreError('KEY_INVALIDATED', 'the system destroyed every key of this vault');
  try {
    await openSlot(parts, vault, slot);
  } catch (error) {
    const code = coreErrorCode(error);
    if (others.length === 0 || !(FALLS_BACK.has(code) || isVague(parts, slot, code))) throw error;
    await openFirst(parts, vault, others);
  }
}

function isVague({ session }: OpenParts, { head }: Slot, code: CoreErrorCode | undefined): boolean {
  return code === 'USER_CANCELED' && session.offersOtherOnCancel(head);
}

async function openSlot(parts: OpenParts, vault: LoadedVault, { head }: Slot): Promise<void> {
  const { session, inTurn } = parts;
  const open = (request: UnlockRequest) => inTurn(() => parts.access.openForPrompt(request));
  const { kind } = head;
  if (kind === KIND.appPasscode) return enterPasscode(parts, (passcode) => open({ kind, passcode }));
  await open({ kind, secret: { of: head, bytes: await session.decapsulate(vault, head) } });
}

/** After these the person may try again in the same prompt. */
const RETRIABLE: ReadonlySet<CoreErrorCode> = new Set(['AUTHENTICATION_FAILED', 'ATTEMPT_DELAYED', 'INVALID_PASSCODE']);

async function enterPasscode({ authenticator }: PromptParts, open: (passcode: string) => Promise<void>): Promise<void> {
  const isOpen = await authenticator.enterPasscode(async (passcode) => {
    try {
      await open(passcode);
      return undefined;
    } catch (error) {
      if (error instanceof CoreError && RETRIABLE.has(error.code)) return error;
      throw error;
    }
  });
  if (!isOpen) throw new CoreError('USER_CANCELED', 'no passcode was entered');
}
