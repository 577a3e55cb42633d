import { hasLoneSurrogate } from '../../core/codec/lone-surrogate.ts';
import { VaultError, VaultErrorCodes } from '../../definitions/errors.ts';
import type { ProtectionReport } from '../../definitions/protection.ts';
import { callApp } from '../call-app.ts';
import { inTurn } from '../in-turn.ts';
import type { Kind, Mode } from '../format-words.ts';
import type { Presence } from '../presence.ts';
import type { Settings } from '../settings.ts';
import type { Change, Entry, OpenVault, VaultListener, VaultStatus } from '../vault-service.ts';
import type { VaultCalls } from './calls.ts';
import type { NativeCalls } from './native-calls.ts';
import type { PasscodeMessage } from './passcode-message.ts';
import { sendableSettings, wellFormed } from './sendable.ts';
import { faulty } from './shape.ts';

/** A vault that native code runs. Keeps nothing of it: no value, no passcode, no state. */
export class BridgedVault implements OpenVault {
  readonly #id: string;
  readonly #calls: NativeCalls;
  readonly #presence: Presence | undefined;
  readonly #listeners = new Set<VaultListener>();
  #isWatching = false;
  /** What the built-in prompt gave in place of passcodes. */
  readonly #chosen = new Set<string>();

  constructor(id: string, calls: NativeCalls, presence?: Presence) {
    this.#presence = presence;
    this.#id = id;
    this.#calls = calls;
  }

  status(): Promise<VaultStatus> {
    return this.#call('status', {});
  }

  isUnlocked(): Promise<boolean> {
    return this.#call('isUnlocked', {});
  }

  protection(): Promise<ProtectionReport> {
    return this.#call('protection', {});
  }

  keys(): Promise<readonly string[]> {
    return this.#call('keys', {});
  }

  async read(keys: readonly string[]): Promise<readonly Entry[]> {
    // Nothing was ever stored under half a character.
    const wanted = keys.filter((key) => !hasLoneSurrogate(key));
    const entries = await this.#call('read', { keys: wanted });
    if (!entries.every(({ key }) => wanted.includes(key))) throw faulty('read.key');
    return entries;
  }

  readAll(): Promise<readonly Entry[]> {
    return this.#call('readAll', {});
  }

  async write(changes: readonly Change[], lease?: string): Promise<void> {
    wellFormed(...changes.flatMap(({ key, json }) => [key, json]));
    const given = { changes: changes.map(({ key, json }) => ({ key, json })) };
    await this.#call('write', { ...given, ...(lease !== undefined && { lease }) });
  }

  async lease(keys: readonly string[]): Promise<string> {
    wellFormed(...keys);
    return this.#call('lease', { keys });
  }

  endLease(lease: string): Promise<void> {
    return this.#call('endLease', { lease });
  }

  /** One page is all that there is of the app. */
  readonly renewing = inTurn();

  async replace(mode: Mode, entries: readonly Entry[], passcode?: string): Promise<void> {
    wellFormed(...entries.flatMap(({ key, json }) => [key, json]));
    const given = { mode, entries: entries.map(({ key, json }) => ({ key, json })) };
    await this.#call('replace', { ...given, ...this.#newPasscode(passcode) });
  }

  async rekey(mode: Mode, passcode?: string): Promise<void> {
    await this.#call('rekey', { mode, ...this.#newPasscode(passcode) });
  }

  slotsFor(mode: Mode): Promise<readonly Kind[]> {
    return this.#call('slotsFor', { mode });
  }

  async choosePasscode(): Promise<string | undefined> {
    const { chosen } = await this.#call('choosePasscode', {});
    if (chosen !== undefined) this.#chosen.add(chosen);
    return chosen;
  }

  unlock(only?: Kind): Promise<void> {
    return this.#call('unlock', only === undefined ? {} : { only });
  }

  async unlockWithPasscode(passcode: string): Promise<void> {
    wellFormed(passcode);
    await this.#call('unlockWithPasscode', { passcode: { text: passcode } });
  }

  lock(): Promise<void> {
    return this.#call('lock', {});
  }

  erase(): Promise<void> {
    return this.#call('erase', {});
  }

  configure(settings: Settings): Promise<void> {
    this.watch(settings);
    return this.#call('configure', { settings: sendableSettings(settings) });
  }

  /** Native code does not see what happens in the page; and only a vault with an idle lock has to know. */
  watch({ idleTimeout = 0 }: Settings): void {
    if (this.#isWatching || idleTimeout === 0) return;
    this.#isWatching = true;
    this.#presence?.(() => void this.reportActivity().catch(() => undefined));
  }

  reportActivity(): Promise<void> {
    return this.#call('activity', {});
  }

  subscribe(listener: VaultListener): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** Tells everybody, in the order of subscription. @returns what they returned */
  tell(event: (listener: VaultListener) => unknown): readonly unknown[] {
    return [...this.#listeners].map((listener) => callApp(() => event(listener)));
  }

  #call<Name extends keyof VaultCalls>(name: Name, given: VaultCalls[Name][0]): Promise<VaultCalls[Name][1]> {
    return this.#calls.call(name, given, this.#id);
  }

  /** @throws VaultError `PolicyNotMet`: half a character can't be typed again */
  #newPasscode(passcode: string | undefined): { readonly passcode?: PasscodeMessage } {
    if (passcode === undefined) return {};
    if (this.#chosen.delete(passcode)) return { passcode: { chosen: passcode } };
    if (!hasLoneSurrogate(passcode)) return { passcode: { text: passcode } };
    throw new VaultError(VaultErrorCodes.PolicyNotMet, 'The passcode has a character that is not allowed.');
  }
}
