import type { IdentityVaultConfig } from '../definitions/v6.ts';
import { KIND, type Mode } from '../vaults/format-words.ts';
import { locked } from '../vaults/refusals.ts';
import type { OpenVault } from '../vaults/vault-service.ts';
import type { ConfigConnection } from './config-connection.ts';
import type { PasscodeFlow } from './passcode-flow.ts';

interface Parts {
  readonly connection: ConfigConnection;
  readonly passcodes: PasscodeFlow;
}

/** Other options, and other keys where they ask for them. Nothing changes when it rejects. */
export async function changeConfig(
  { connection, passcodes }: Parts,
  vault: OpenVault,
  { config, mode }: { readonly config: IdentityVaultConfig; readonly mode: Mode },
): Promise<void> {
  const { mode: present, isLocked, isStored, isInUse, kinds } = await vault.status();
  const isThere = isStored || isInUse;
  const isRekeyed = mode !== present;
  if (isRekeyed && isLocked) throw locked();
  const wanted = isRekeyed || !isThere ? await vault.slotsFor(mode) : [];
  const isAsked = isThere && wanted.includes(KIND.appPasscode) && !kinds.includes(KIND.appPasscode);
  const apply = async (passcode?: string): Promise<void> => {
    // Re-keying and writing take over the options in force, so these come first, and go again when it fails.
    const undo = await connection.configure(config, mode);
    try {
      await (isRekeyed ? vault.rekey(mode, passcode) : takeOver(vault));
    } catch (error) {
      await undo();
      throw error;
    }
  };
  await (isAsked ? passcodes.choose(vault, apply) : apply());
}

/** Has a vault that is open know the options in force. One that is locked learns them with the next write. */
async function takeOver(vault: OpenVault): Promise<void> {
  const { isStored, isLocked } = await vault.status();
  if (isStored && !isLocked) await vault.write([]);
}
