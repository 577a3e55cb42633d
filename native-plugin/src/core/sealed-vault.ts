import { VaultErrorCodes, type AuthMode } from '../definitions.ts';
import { VaultError } from '../vault-error.ts';
import { MAX_ATTEMPTS, spendAttempt, tooManyAttempts } from './attempts.ts';
import { concat, utf8 } from './bytes.ts';
import { payloadAdditionalData, type RecordHeader } from './header-bytes.ts';
import type { DataKey, NewSlot, Ports } from './ports.ts';
import { corrupt, FORMAT, isEqual, NO_ATTEMPTS, parseRecord } from './record.ts';
import type { Bytes, Values, VaultRecord } from './record.ts';
import type { Scope } from './scope.ts';

export interface Contents {
  readonly values: Values;
  readonly mode: AuthMode;
}

/** One vault at rest: what is stored, sealed and opened again. Holds no key and no value itself. */
export class SealedVault {
  readonly #ports: Pick<Ports, 'store' | 'sealing' | 'clock'>;
  readonly #scope: Scope;

  constructor(ports: Pick<Ports, 'store' | 'sealing' | 'clock'>, scope: Scope) {
    this.#ports = ports;
    this.#scope = scope;
  }

  /** Rejects `Corrupt`, `UnsupportedFormat`, `VaultUnavailable`. */
  async load(): Promise<VaultRecord | undefined> {
    return this.#parse(await this.#ports.store.load(this.#scope.name));
  }

  /** A new vault under new keys. Nothing is stored before {@link commit}. */
  async create(contents: Contents, slot: NewSlot): Promise<{ record: VaultRecord; key: DataKey }> {
    const vaultId = this.#ports.sealing.randomBytes(16);
    const made = await this.#ports.sealing.createSlot({ vaultId, scope: this.#scope.bytes }, slot);
    const base = { vaultId, generation: 0, slot: made.slot };
    return { record: await this.#seal(base, made.key, contents), key: made.key };
  }

  /** The same vault and slot with other contents. */
  async reseal(record: VaultRecord, key: DataKey, contents: Contents): Promise<VaultRecord> {
    return this.#seal(record, key, contents);
  }

  /** Rejects `Corrupt`. */
  async read(record: VaultRecord, key: DataKey): Promise<Values> {
    const plaintext = await this.#ports.sealing.open(key, record.payload, payloadAdditionalData(record));
    if (!plaintext) throw corrupt();
    return new Map(JSON.parse(new TextDecoder().decode(plaintext)) as [string, string][]);
  }

  /**
   * Replaces what is stored, if it still is `expected`.
   * Rejects `Conflict` when it isn't; then nothing was written.
   */
  async commit(record: VaultRecord, expected: VaultRecord | undefined): Promise<void> {
    await this.#ports.store.update(this.#scope.name, (stored) => {
      const current = this.#parse(stored);
      if (!isSameWrite(current, expected)) {
        throw new VaultError(VaultErrorCodes.Conflict, 'The vault was changed at the same time. Try again.');
      }
      const keepsSlot = current !== undefined && hasSlot(current, record.slot.slotId);
      return keepsSlot ? { ...record, attempts: current.attempts } : record;
    });
  }

  /** Replaces whatever is stored, also what can't be read. Without a record: erases. */
  async overwrite(record?: VaultRecord): Promise<void> {
    await this.#ports.store.update(this.#scope.name, () => record);
  }

  /** Opens a slot that needs nobody. */
  async openDevice(record: VaultRecord): Promise<DataKey> {
    await this.#verify(record);
    const key = await this.#ports.sealing.openSlot(record, record.slot);
    if (!key) throw corrupt();
    return key;
  }

  /**
   * Spends an attempt, then checks the passcode. Damage is found first, and costs nothing.
   * Rejects `AuthFailed`, `AttemptDelayed`, `TooManyFailedAttempts`, `Corrupt`, `Conflict`.
   */
  async openWithPasscode(record: VaultRecord, passcode: Bytes, erases: boolean): Promise<DataKey> {
    await this.#verify(record);
    if (erases && record.attempts.failed >= MAX_ATTEMPTS) {
      await this.overwrite();
      throw tooManyAttempts();
    }
    const { failed } = await this.#updateAttempts(record, (current) =>
      spendAttempt(current.attempts, this.#ports.clock.now().wall),
    );

    const key = await this.#ports.sealing.openSlot(record, record.slot, passcode);
    if (key) {
      await this.#updateAttempts(record, () => NO_ATTEMPTS);
      return key;
    }
    if (erases && failed >= MAX_ATTEMPTS) {
      await this.overwrite();
      throw tooManyAttempts();
    }
    throw new VaultError(VaultErrorCodes.AuthFailed, 'Wrong passcode.');
  }

  async #updateAttempts(
    { slot }: VaultRecord,
    next: (current: VaultRecord) => VaultRecord['attempts'],
  ): Promise<VaultRecord['attempts']> {
    let attempts = NO_ATTEMPTS;
    await this.#ports.store.update(this.#scope.name, (stored) => {
      const current = this.#parse(stored);
      if (!current || !hasSlot(current, slot.slotId)) {
        throw new VaultError(VaultErrorCodes.Conflict, 'The vault was replaced or erased at the same time.');
      }
      attempts = next(current);
      return { ...current, attempts };
    });
    return attempts;
  }

  async #seal(
    base: Pick<VaultRecord, 'vaultId' | 'generation' | 'slot'>,
    key: DataKey,
    { values, mode }: Contents,
  ): Promise<VaultRecord> {
    const header: RecordHeader = {
      format: FORMAT,
      vaultId: base.vaultId,
      scope: this.#scope.bytes,
      generation: base.generation + 1,
      mode,
      hasValues: values.size > 0,
      hasSession: values.has('session'),
      slot: base.slot,
    };
    const sorted = [...values].sort(([a], [b]) => (a < b ? -1 : 1));
    const plaintext = utf8(JSON.stringify(sorted));
    const payload = await this.#ports.sealing.seal(key, plaintext, payloadAdditionalData(header));
    const record = { ...header, payload, attempts: NO_ATTEMPTS };
    return { ...record, digest: await this.#digest(record) };
  }

  async #verify(record: VaultRecord): Promise<void> {
    const isIntact = isEqual(await this.#digest(record), record.digest);
    if (!isIntact || !this.#ports.sealing.isUsable(record.slot)) throw corrupt();
  }

  #digest(record: Omit<VaultRecord, 'digest'>): Promise<Bytes> {
    const { nonce, ciphertext } = record.payload;
    return this.#ports.sealing.digest(concat(payloadAdditionalData(record), nonce, ciphertext));
  }

  #parse(stored: unknown): VaultRecord | undefined {
    return parseRecord(stored, this.#scope.bytes);
  }
}

function hasSlot(record: VaultRecord, slotId: Bytes): boolean {
  return isEqual(record.slot.slotId, slotId);
}

function isSameWrite(a: VaultRecord | undefined, b: VaultRecord | undefined): boolean {
  if (!a || !b) return a === b;
  return hasSlot(a, b.slot.slotId) && a.generation === b.generation;
}
