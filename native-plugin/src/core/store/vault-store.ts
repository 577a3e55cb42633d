import { hex, type Bytes } from '../codec/bytes.ts';
import { LIMIT } from '../codec/format-limits.ts';
import type { Values } from '../codec/payload.ts';
import { CoreError, coreErrorCode, isDamage } from '../ports/core-error.ts';
import type { CorePorts } from '../ports/ports.ts';
import { openPayload } from '../slots/open-envelope.ts';
import type { Opened, OpenKeys } from '../slots/open-keys.ts';
import { rekeyVault, type RekeyRequest } from '../slots/rekey-vault.ts';
import { eraseVault } from './erase-vault.ts';
import { loadVault, peekVault } from './load-vault.ts';
import { hasSlotId, recordsOf, slotIdSet, writeAnchor, type LoadedVault } from './loaded-vault.ts';
import { createVault, rewriteValues, writeValues, type NewVault, type VaultPolicy } from './write-vault.ts';

/** Values to set; `undefined` removes. */
export type Changes = ReadonlyMap<string, Bytes | undefined>;

/** What a write may change of the vault besides its values: what no key has to be made anew for. */
export type PolicyChanges = Partial<Pick<VaultPolicy, 'maxAttempts' | 'wipeAtMax'>>;

/** What is stored of one scope. Knows of no lock: whoever asks brings the keys. */
export class VaultStore {
  readonly #ports: CorePorts;
  readonly #scope: Bytes;
  readonly #name: string;

  constructor(ports: CorePorts, scope: Bytes) {
    this.#ports = ports;
    this.#scope = scope;
    this.#name = hex(scope);
  }

  /** Checked and repaired; `undefined`: definitely nothing. @throws CoreError as {@link loadVault} */
  load(): Promise<LoadedVault | undefined> {
    return loadVault(this.#ports, this.#scope);
  }

  /** Without repairing it. @throws CoreError as {@link peekVault} */
  peek(): Promise<LoadedVault | undefined> {
    return peekVault(this.#ports, this.#scope);
  }

  /** In place of whatever there was, or, where nothing may be replaced, of nothing. */
  async create(request: NewVault, { replaces }: { readonly replaces: boolean }): Promise<OpenKeys> {
    const over = replaces ? await this.#replaceable() : undefined;
    const { keys } = await createVault(this.#ports, { scope: this.#scope, over }, request);
    return keys;
  }

  values({ vault, keys }: Opened): Promise<Values> {
    return openPayload(this.#ports.aead, vault.envelope, keys.dek);
  }

  /** @throws CoreError `CONFLICT`, `INVALID_ARGUMENT`, `LIMIT_EXCEEDED` */
  async write(opened: Opened, changes: Changes, policy: PolicyChanges): Promise<LoadedVault> {
    return writeValues(this.#ports, rewriteOf(opened, policy), await this.#changed(opened, changes));
  }

  /** {@link write} without a turn. @throws CoreError as {@link rewriteValues} */
  async rewrite(opened: Opened, changes: Changes, policy: PolicyChanges): Promise<LoadedVault> {
    return rewriteValues(this.#ports, rewriteOf(opened, policy), await this.#changed(opened, changes));
  }

  /** Whether both records are, byte for byte, those of this vault. Only a joint store can say so of one moment. */
  async isStored(vault: LoadedVault): Promise<boolean> {
    return (await this.#ports.joint?.holds(this.#name, recordsOf(vault))) ?? false;
  }

  /** Whoever has the turn claims what is stored before looking at it: then nobody who has none writes meanwhile. */
  async claim(): Promise<void> {
    try {
      await this.#ports.joint?.claim(this.#name);
    } catch (error) {
      // What can't be claimed can still be erased; and what is written is compared all the same.
      if (!(error instanceof CoreError)) throw error;
    }
  }

  /** @throws CoreError `USER_CANCELED`, `POLICY_NOT_MET`, `CONFLICT` */
  async rekey(opened: Opened, request: RekeyRequest): Promise<OpenKeys> {
    const values = await this.values(opened);
    return rekeyVault(this.#ports, { ...opened, values }, request);
  }

  /** Writes down that the system destroyed the key of this slot. */
  async markSlotDead(vault: LoadedVault, slotId: Bytes): Promise<void> {
    if (hasSlotId(vault.anchor.deadSlots, slotId)) return;
    await writeAnchor(this.#ports, vault, { deadSlots: slotIdSet(vault.anchor.deadSlots, [slotId]) });
  }

  async #changed(opened: Opened, changes: Changes): Promise<Values> {
    return withChanges(await this.values(opened), changes);
  }

  erase(): Promise<void> {
    return eraseVault(this.#ports, this.#scope);
  }

  /** What a new vault continues: only what can be read, and has a generation left. What else there is is erased first. */
  async #replaceable(): Promise<LoadedVault | undefined> {
    try {
      const vault = await this.load();
      if (vault?.envelope.header.generation !== LIMIT.generation) return vault;
    } catch (error) {
      const code = coreErrorCode(error);
      if (code === undefined || !isDamage(code)) throw error;
    }
    await this.erase();
    return undefined;
  }
}

function rewriteOf({ vault, keys }: Opened, policy: PolicyChanges) {
  return { vault, dek: keys.dek, policy };
}

export function withChanges(values: Values, changes: Changes): Values {
  const changed = new Map(values);
  for (const [name, value] of changes) {
    if (value) changed.set(name, value);
    else changed.delete(name);
  }
  return changed;
}
