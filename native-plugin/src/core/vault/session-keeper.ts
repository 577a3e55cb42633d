import type { KeyKeeper } from './lock-machine.ts';
import type { VaultAccess } from '../store/vault-access.ts';
import type { VaultSession } from './vault-session.ts';

interface KeeperParts {
  readonly access: VaultAccess;
  readonly session: VaultSession;
  /** Runs in the vault's turn; a failure shows with the next operation. */
  readonly later: (task: () => Promise<unknown>) => void;
  readonly showPrompt: () => void;
}

/** The lock's effects on a session and on what is stored. */
export function sessionKeeper({ access, session, later, showPrompt }: KeeperParts): KeyKeeper {
  return {
    dropKey: () => session.drop(),
    dropOpened: () => session.dropOpened(),
    keepOpened: () => session.keepOpened(),
    showPrompt,
    erase: () => later(() => access.erase()),
    markSlotDead: () => later(() => session.markSlotDead()),
  };
}
