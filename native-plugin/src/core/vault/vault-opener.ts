import { ENROLMENT } from '../codec/format-ids.ts';
import { coreErrorCode } from '../ports/core-error.ts';
import type { LockMachine } from './lock-machine.ts';
import type { UnlockRequest } from '../slots/unlock-slot.ts';
import type { VaultAccess } from '../store/vault-access.ts';
import type { VaultSession } from './vault-session.ts';

interface OpenerParts {
  readonly access: VaultAccess;
  readonly session: VaultSession;
  readonly machine: LockMachine;
}

/** Opens the vault as it is stored now, and sees to what a failure means for it. */
export class VaultOpener {
  readonly #parts: OpenerParts;

  constructor(parts: OpenerParts) {
    this.#parts = parts;
  }

  /** For a prompt, whose end tells of a destroyed key. That this erased the vault is told at once: a new one may be made first. */
  async openForPrompt(request: UnlockRequest): Promise<void> {
    const { access, session, machine } = this.#parts;
    const vault = await access.require();
    try {
      await session.open(vault, request);
    } catch (error) {
      const code = coreErrorCode(error);
      if (code === 'TOO_MANY_ATTEMPTS') machine.dispatch({ type: 'damaged', code });
      throw error;
    }
  }

  /** Without a prompt. */
  async open(request: UnlockRequest): Promise<void> {
    try {
      await this.openForPrompt(request);
    } catch (error) {
      if (coreErrorCode(error) === 'KEY_INVALIDATED') await this.#onInvalidated();
      throw error;
    }
  }

  async #onInvalidated(): Promise<void> {
    const { access, session, machine } = this.#parts;
    const { envelope } = await access.require();
    if (envelope.header.enrolment !== ENROLMENT.wipe) return session.markSlotDead();
    await access.erase();
    machine.dispatch({ type: 'damaged', code: 'NOT_FOUND' });
  }
}
