import { utf8, type Bytes } from '../../core/codec/bytes.ts';
import type { Values } from '../../core/codec/payload.ts';
import type { ProtectionReport } from '../../definitions/protection.ts';
import type { Kind, Mode } from '../format-words.ts';
import type { Settings } from '../settings.ts';
import type { Change, Entry, OpenVault, VaultListener, VaultStatus } from '../vault-service.ts';
import { tellingApp } from './core-failure.ts';
import type { LocalVault } from './local-vault.ts';
import { protectionOf } from './protection.ts';

/** What both API generations see of a {@link LocalVault}: JSON texts, and errors as the app is told. */
export class OpenLocalVault implements OpenVault {
  readonly #vault: LocalVault;

  constructor(vault: LocalVault) {
    this.#vault = vault;
  }

  status(): Promise<VaultStatus> {
    return tellingApp(() => this.#vault.status());
  }

  isUnlocked(): Promise<boolean> {
    return tellingApp(() => this.#vault.isUnlocked);
  }

  protection(): Promise<ProtectionReport> {
    return tellingApp(async () => protectionOf((await this.#vault.status()).kinds));
  }

  keys(): Promise<readonly string[]> {
    return tellingApp(async () => [...(await this.#vault.values()).keys()]);
  }

  read(keys: readonly string[]): Promise<readonly Entry[]> {
    return tellingApp(async () => entriesOf(await this.#vault.values(), new Set(keys)));
  }

  readAll(): Promise<readonly Entry[]> {
    return tellingApp(async () => entriesOf(await this.#vault.values()));
  }

  write(changes: readonly Change[], lease?: string): Promise<void> {
    return tellingApp(() => {
      const bytes = new Map(changes.map(({ key, json }) => [key, bytesOf(json)]));
      return lease === undefined ? this.#vault.write(bytes) : this.#vault.renewals.write(bytes, lease);
    });
  }

  lease(keys: readonly string[]): Promise<string> {
    return tellingApp(() => this.#vault.renewals.lease(keys));
  }

  endLease(lease: string): Promise<void> {
    return tellingApp(() => this.#vault.renewals.end(lease));
  }

  renewing<T>(task: () => Promise<T>): Promise<T> {
    return tellingApp(() => this.#vault.renewals.apart(task));
  }

  replace(mode: Mode, entries: readonly Entry[], passcode?: string): Promise<void> {
    const values = () => new Map(entries.map(({ key, json }) => [key, utf8(json)]));
    return tellingApp(() => this.#vault.replace(mode, values(), passcode));
  }

  rekey(mode: Mode, passcode?: string): Promise<void> {
    return tellingApp(() => this.#vault.rekey(mode, passcode));
  }

  slotsFor(mode: Mode): Promise<readonly Kind[]> {
    return tellingApp(() => this.#vault.slotsFor(mode));
  }

  choosePasscode(): Promise<string | undefined> {
    return tellingApp(() => this.#vault.choosePasscode());
  }

  unlock(only?: Kind): Promise<void> {
    return tellingApp(() => this.#vault.unlocking.byPrompt(only));
  }

  unlockWithPasscode(passcode: string): Promise<void> {
    return tellingApp(() => this.#vault.unlocking.withPasscode(passcode));
  }

  lock(): Promise<void> {
    return tellingApp(() => this.#vault.lock());
  }

  erase(): Promise<void> {
    return tellingApp(() => this.#vault.erase());
  }

  configure(settings: Settings): Promise<void> {
    return tellingApp(() => this.#vault.configure(settings));
  }

  reportActivity(): Promise<void> {
    return tellingApp(() => this.#vault.presence.report());
  }

  subscribe(listener: VaultListener): () => void {
    return this.#vault.events.subscribe(listener);
  }
}

const decoder = new TextDecoder();

/** @param wanted absent: all of them */
function entriesOf(values: Values, wanted?: ReadonlySet<string>): readonly Entry[] {
  return Array.from(values)
    .filter(([key]) => wanted === undefined || wanted.has(key))
    .map(([key, bytes]) => ({ key, json: decoder.decode(bytes) }));
}

function bytesOf(json: string | null): Bytes | undefined {
  return json === null ? undefined : utf8(json);
}
