import { isVaultError, VaultError, VaultErrorCodes } from '../definitions/errors.ts';
import { AuthMode, type DefaultSession, type IdentityVault, type IdentityVaultUser } from '../definitions/v4.ts';
import type { IonicNativeAuthPlugin, VaultDescriptor, VaultOptions } from '../definitions/v4.ts';
import { callApp, told } from '../vaults/call-app.ts';
import { locked, missingPasscode } from '../vaults/refusals.ts';
import { singleFlight } from '../vaults/single-flight.ts';
import { identityVaultPlugin } from './identity-vault-plugin.ts';
import type { ManagedVault } from './managed-vault.ts';
import { readyVault } from './ready-vault.ts';
import { requestPasscode } from './request-passcode.ts';
import { SessionMemory } from './session-memory.ts';
import { SignOut } from './sign-out.ts';
import { vaultConfigOf } from './vault-config.ts';
import { VaultControls } from './vault-controls.ts';
import { whenReady } from './when-ready.ts';

/**
 * Extend this by your identity service: it keeps the user's session in the vault, and tells through
 * hooks when it was locked, unlocked or restored.
 *
 * A method's promise settles after its hooks were called. Hooks are not waited for, and what they
 * throw is reported as unhandled.
 *
 * @typeParam T your session; extend {@link DefaultSession}
 *
 * @example
 * export class IdentityService extends IonicIdentityVaultUser<MySession> {
 *   constructor(platform: Platform) {
 *     super(platform, { authMode: AuthMode.BiometricAndPasscode, lockAfter: 5000 });
 *   }
 *
 *   override onVaultLocked(): void {
 *     void this.router.navigate(['unlock']);
 *   }
 * }
 */
export abstract class IonicIdentityVaultUser<T extends DefaultSession = DefaultSession>
  extends VaultControls<T>
  implements IdentityVaultUser<T>
{
  /** The token, for display and quick checks; cleared by every lock. `getSession` is the authority. */
  token?: string;

  /** What the constructor was given. */
  protected readonly platform: { ready(): Promise<unknown> };
  readonly #options: VaultOptions;
  readonly #vault: Promise<ManagedVault>;
  readonly #signOut = new SignOut(() => this.onSignedOut());
  readonly #unlockOnce = singleFlight(() => this.#unlock());
  readonly #memory = new SessionMemory<T>((token) => {
    if (token === undefined) delete this.token;
    else this.token = token;
  });

  /**
   * @param platform anything that tells when the device is ready; Ionic's `Platform`, or `{ ready: () => Promise.resolve() }`
   * @param descriptor which vault, for apps with several
   */
  constructor(
    platform: { ready(): Promise<unknown> },
    options: VaultOptions = {},
    descriptor: VaultDescriptor = { username: '_lastUser', vaultId: 'default' },
  ) {
    super();
    this.platform = platform;
    this.#options = options;
    this.#vault = this.#setUp(descriptor);
    const onSetupError = told((error) => this.onSetupError(error));
    this.#vault.then(() => whenReady(this, this.#options)).catch(onSetupError);
  }

  /** Settles when the vault was set up; rejects with what `onSetupError` gets. Waits for no prompt. */
  async ready(): Promise<void> {
    await this.#vault;
  }

  /**
   * Starts a new session in a new vault: what was stored before is erased once the new one is stored.
   * Asks for a passcode where the mode needs one; if that is cancelled, nothing changes.
   *
   * @param authMode default: the mode of the options
   * @throws VaultError `MissingPasscode` (cancelled), `PolicyNotMet`, `VaultUnavailable`
   */
  async login(session: T, authMode?: AuthMode): Promise<void> {
    const vault = await this.#vault;
    const mode = authMode ?? this.#options.authMode ?? AuthMode.BiometricAndPasscode;
    const isAsked = await vault.needsPasscode(mode, 'replace');
    const passcode = isAsked ? await requestPasscode(this, true, missingPasscode) : undefined;
    await this.#memory.unlessLocked(async () => {
      await vault.replaceSession(session, mode, passcode);
      this.#signOut.reset();
      return session;
    });
  }

  /**
   * Stores a changed session (a refreshed token, say) without a prompt. The vault must be unlocked;
   * in a vault that has no passcode yet but needs one, it is asked for first.
   */
  async saveSession(session: T): Promise<void> {
    const vault = await this.#vault;
    if (await vault.isPasscodeSetupNeeded()) await this.setPasscode();
    await this.#memory.unlessLocked(() => vault.storeValue('session', session).then(() => session));
  }

  /**
   * Reads the session from the vault. A locked vault is unlocked first if `unlockOnAccess` is set.
   *
   * @returns `undefined` only when there definitely is no session
   * @throws VaultError `VaultLocked`; what `unlock` rejects with. Nothing is erased by it.
   */
  async restoreSession(): Promise<T | undefined> {
    const vault = await this.#vault;
    if (await vault.isLocked()) {
      if (!this.#options.unlockOnAccess) throw locked();
      await this.unlock();
    }
    const session = await this.#memory.read(vault);
    if (session) callApp(() => this.onSessionRestored(session));
    return session;
  }

  /** The session if it is in memory: after `login`, `unlock`, `restoreSession`, until a lock. Never prompts. */
  async getSession(): Promise<T | undefined> {
    const vault = await this.#vault;
    if (!this.#memory.isRestored) return undefined;
    try {
      return await vault.getValue<T | undefined>('session');
    } catch (error) {
      if (isVaultError(error) && error.code === VaultErrorCodes.VaultLocked) return undefined;
      throw error;
    }
  }

  /** The token if the vault is unlocked at this moment; asks the vault, and reads nothing. Another tab may have renewed it. */
  async currentToken(): Promise<string | undefined> {
    const vault = await this.#vault;
    return this.token !== undefined && (await vault.tokens.isUnlocked()) ? this.token : undefined;
  }

  /**
   * Replaces the session by what `refresh` gets from the server: once for all tabs, and stored before anybody gets it, also if a lock
   * comes meanwhile. `TokenClient` of `/http` calls it.
   *
   * @param rejected the token that was refused; if another one is stored by now, that session is the answer, and nothing is refreshed
   * @returns `undefined`: there is no session
   * @throws what `refresh` rejects with, as it is: nothing was changed then. VaultError `VaultLocked`: the new session is stored
   */
  async refreshSession(rejected: string, refresh: (session: T) => Promise<T>): Promise<T | undefined> {
    return this.#memory.renewed(await this.#vault, rejected, refresh);
  }

  /** Somebody uses the app in a way that it can't see: `idleTimeout` starts anew. Touches and keys it sees by itself. */
  reportActivity(): void {
    this.#vault.then((vault) => vault.tokens.reportActivity()).catch(() => undefined);
  }

  /** Calls back at every lock, `lockOut` and `logout`, when nothing of the session is in memory any more. @returns the cancellation */
  whenLocked(callback: () => void): () => void {
    return this.#memory.whenForgotten(callback);
  }

  /** Locks and keeps what is stored. With `SecureStorage` only memory is cleared; with `InMemoryOnly` all is gone. */
  async lockOut(): Promise<void> {
    const vault = await this.#vault;
    this.#memory.forget();
    await vault.lock();
  }

  /** Erases the session, every value, the passcode and the keys; then waits for `onSignedOut`. */
  async logout(): Promise<void> {
    const vault = await this.#vault;
    this.#memory.forget();
    await vault.clear();
    await this.#signOut.tell();
  }

  /**
   * Unlocks the vault; nothing to do when it is unlocked or empty. Calls made meanwhile share one prompt.
   *
   * @param authMode which way, where the vault has several; default: what it was made with
   * @throws VaultError see `IdentityVault.unlock`
   */
  async unlock(authMode?: AuthMode): Promise<void> {
    const vault = await this.#vault;
    const needsBiometrics = authMode === AuthMode.BiometricOnly && !(await vault.isBiometricsEnabled());
    if (needsBiometrics && (await vault.isLocked())) {
      throw new VaultError(VaultErrorCodes.BiometricsNotEnabled, 'The vault can not be unlocked by biometrics.');
    }
    await this.#unlockOnce();
  }

  async getVault(): Promise<IdentityVault> {
    return this.#vault;
  }

  /**
   * The plugin the vault comes from. Override it to bring your own; keep the session under the key
   * `session` there.
   */
  getPlugin(): IonicNativeAuthPlugin {
    return identityVaultPlugin;
  }

  async #setUp(descriptor: VaultDescriptor): Promise<ManagedVault> {
    // The fields of a subclass are set after this constructor; nothing of it may be called before.
    await Promise.resolve();
    await this.platform.ready();
    const vault = await readyVault(this.getPlugin(), {
      ...this.#options,
      ...descriptor,
      onConfig: (config) => callApp(() => this.onConfigChange(vaultConfigOf(this.#options, config))),
      onUnlock: (config) => {
        this.#memory.isRestored = true;
        callApp(() => this.onVaultUnlocked(vaultConfigOf(this.#options, config)));
      },
      onLock: (event) => {
        this.#memory.forget();
        if (!event.saved) void this.#signOut.tell();
        return callApp(() => this.onVaultLocked(event));
      },
      onIdle: (warning) => callApp(() => this.onIdleWarning(warning)),
      onActive: () => callApp(() => this.onIdleWarningEnd()),
    });
    const config = vaultConfigOf(this.#options, await vault.getConfig());
    callApp(() => this.onVaultReady(config));
    return vault;
  }

  async #unlock(): Promise<void> {
    const vault = await this.#vault;
    if (!(await vault.isLocked())) return;
    const passcode = (await vault.isPasscodeEnabled()) ? await requestPasscode(this, false) : undefined;
    await vault.unlock(undefined, passcode).catch((error: unknown) => this.#signOut.tellIfErased(error, vault));
    await this.#memory.read(vault);
  }
}
