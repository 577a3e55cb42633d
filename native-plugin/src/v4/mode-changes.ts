import { AuthMode } from '../definitions/v4.ts';
import { KIND, MODE } from '../vaults/format-words.ts';
import { canceled, locked, noBiometrics, noPasscode } from '../vaults/refusals.ts';
import { toJson } from '../vaults/stored-json.ts';
import { modeOf } from './auth-mode-of.ts';
import type { HandleConnection } from './handle-connection.ts';

/** How a vault is unlocked, changed: by its mode, or by the parts of a mode that version 4 switches one by one. */
export class ModeChanges {
  readonly #connection: HandleConnection;

  constructor(connection: HandleConnection) {
    this.#connection = connection;
  }

  /** Without the passcode it needs, the built-in prompt asks. */
  async setAuthMode(mode: AuthMode, passcode?: string): Promise<void> {
    const isAsked = passcode === undefined && (await this.needsPasscode(mode, 'change'));
    await this.#connection.use(async (vault) => {
      const chosen = isAsked ? await vault.choosePasscode() : passcode;
      if (isAsked && chosen === undefined) throw canceled();
      await vault.rekey(modeOf(mode), chosen);
    });
    await this.#connection.refreshConfig();
  }

  /** Without a passcode the built-in prompt asks. */
  async setPasscode(passcode?: string): Promise<void> {
    const { isLocked, kinds, mode } = await this.#connection.status();
    if (isLocked) throw locked();
    if (!kinds.includes(KIND.appPasscode)) throw noPasscode();
    await this.#connection.use(async (vault) => {
      const chosen = passcode ?? (await vault.choosePasscode());
      if (chosen === undefined) throw canceled();
      await vault.rekey(mode, chosen);
    });
    await this.#connection.refreshConfig();
  }

  /** A new vault with this session. Without the passcode it needs, the built-in prompt asks. */
  async replaceSession(session: unknown, mode: AuthMode, passcode?: string): Promise<void> {
    const isAsked = passcode === undefined && (await this.needsPasscode(mode, 'replace'));
    await this.#connection.use(async (vault) => {
      const entries = [{ key: 'session', json: toJson(session) }];
      await vault.replace(modeOf(mode), entries, isAsked ? await vault.choosePasscode() : passcode);
    });
    await this.#connection.refreshConfig();
  }

  /** Whether the mode takes a new passcode: for a vault that replaces this one, or for this one's change. */
  async needsPasscode(mode: AuthMode, purpose: 'replace' | 'change'): Promise<boolean> {
    const { isInUse, isStored, isLocked, kinds } = await this.#connection.status();
    const wanted = await this.#connection.use((vault) => vault.slotsFor(modeOf(mode)));
    if (!wanted.includes(KIND.appPasscode)) return false;
    const isThere = isStored && kinds.includes(KIND.appPasscode);
    return purpose === 'replace' || ((isStored || isInUse) && !isLocked && !isThere);
  }

  async enablePasscode(isEnabled: boolean): Promise<void> {
    const { kinds } = await this.#connection.status();
    if (kinds.includes(KIND.appPasscode) === isEnabled) return;
    const [withPasscode, without] = kinds.includes(KIND.biometric)
      ? [AuthMode.BiometricAndPasscode, AuthMode.BiometricOnly]
      : [AuthMode.PasscodeOnly, AuthMode.InMemoryOnly];
    await this.setAuthMode(isEnabled ? withPasscode : without);
  }

  async enableBiometrics(isEnabled: boolean): Promise<void> {
    const isPossible = !isEnabled || (await this.#connection.use((_, device) => device.isBiometricsAvailable()));
    if (!isPossible) throw noBiometrics();
    const { isStored, kinds } = await this.#connection.status();
    if (!isStored || kinds.includes(KIND.biometric) === isEnabled) return;
    const [withBiometrics, without] = kinds.includes(KIND.appPasscode)
      ? [AuthMode.BiometricAndPasscode, AuthMode.PasscodeOnly]
      : [AuthMode.BiometricOnly, AuthMode.InMemoryOnly];
    await this.setAuthMode(isEnabled ? withBiometrics : without);
  }

  async enableSecureStorage(isEnabled: boolean): Promise<void> {
    const { mode } = await this.#connection.status();
    if ((mode === MODE.SecureStorage) === isEnabled) return;
    await this.setAuthMode(isEnabled ? AuthMode.SecureStorage : AuthMode.InMemoryOnly);
  }
}
