/* eslint-disable @typescript-eslint/no-unused-vars, @typescript-eslint/no-empty-function, @typescript-eslint/no-unnecessary-type-parameters -- these exist to be overridden, with these parameters */
import type { VaultError } from '../definitions/errors.ts';
import type { DefaultSession, IdleWarning, LockEvent, VaultConfig } from '../definitions/v4.ts';

/** What an identity service may override to hear of its vault. All do nothing by default. */
export abstract class VaultHooks<T extends DefaultSession = DefaultSession> {
  /** The vault was set up and can be used; first of all hooks. Automatic unlock and restore come after it. */
  onVaultReady(config: VaultConfig): unknown {
    return undefined;
  }

  /** The vault was unlocked by biometrics or passcode (not by `login`, which makes a new one). */
  onVaultUnlocked(config: VaultConfig): unknown {
    return undefined;
  }

  /**
   * The vault was locked: nothing of it is in memory any more. Leave what shows its data. A promise
   * returned here keeps the cover of `hideScreenOnBackground` up until it settles, at most 2 s.
   */
  onVaultLocked(event: LockEvent): unknown {
    return undefined;
  }

  /**
   * Nobody has touched the app for so long that `idleTimeout` is about to lock it. Tell the user, who touches the app to go on. Not while a prompt of the vault is
   * shown.
   */
  onIdleWarning(warning: IdleWarning): unknown {
    return undefined;
  }

  /** Somebody is there after all: take the warning away. A lock ends it, too, and is told to `onVaultLocked`. */
  onIdleWarningEnd(): unknown {
    return undefined;
  }

  /**
   * The session has ended: by `logout`, by a lock that keeps nothing, or because the last attempt failed. End a session here
   * that the app has of its own. `logout` waits for it, at most 5 s; it may call `logout` itself.
   */
  onSignedOut(): unknown {
    return undefined;
  }

  /** Mode, passcode or another part of the configuration changed. */
  onConfigChange(config: VaultConfig): unknown {
    return undefined;
  }

  /** `restoreSession` read a session, called by the app or by `restoreSessionOnReady`. */
  onSessionRestored(session: T): unknown {
    return undefined;
  }

  /** `restoreSessionOnReady` failed. The vault is as it was. */
  onSessionRestoreError(error: VaultError): unknown {
    return undefined;
  }

  /** `unlockOnReady` failed or was cancelled. The vault is still locked. */
  onUnlockOnReadyError(error: VaultError): unknown {
    return undefined;
  }

  /** The vault can't be used, and why: no secure context, no storage, no native part. */
  onSetupError(error: VaultError): unknown {
    return undefined;
  }

  /**
   * A passcode is needed. Show your own prompt and return what was entered, or return nothing for
   * the built-in one. An empty string means the user cancelled, and is never an attempt. To unlock,
   * what you return is one attempt; the built-in prompt lets the user try again.
   *
   * @param isPasscodeSetRequest a new passcode is being set: ask twice, and refuse what `passcodeRules()` refuses
   */
  // eslint-disable-next-line @typescript-eslint/no-invalid-void-type -- an override without a return is allowed
  async onPasscodeRequest(isPasscodeSetRequest: boolean): Promise<string | void> {}
}
