import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  inject,
  signal,
  viewChild,
  type OnDestroy,
} from '@angular/core';
import { Router } from '@angular/router';
import { IonButton, IonContent, type ViewDidEnter, type ViewWillEnter } from '@ionic/angular';
import { isVaultError, VaultErrorCodes } from 'capacitor-identity-vault';

import { IdentityService, LOGIN_PATH } from '../identity.service';

@Component({
  imports: [IonButton, IonContent],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './unlock.page.html',
  styleUrl: './unlock.page.scss',
})
export class UnlockPage implements OnDestroy, ViewDidEnter, ViewWillEnter {
  private readonly identity = inject(IdentityService);
  private readonly router = inject(Router);
  private readonly release = this.identity.screen.keep(
    inject<ElementRef<HTMLElement>>(ElementRef).nativeElement,
  );
  private readonly heading = viewChild.required<ElementRef<HTMLElement>>('heading');

  protected readonly busy = signal(false);
  protected readonly error = signal('');
  /** There is nothing to unlock: the session has ended. */
  protected readonly signedOut = signal(false);

  ionViewWillEnter(): void {
    void this.review();
  }

  /** The session may have ended, or been stored, on the way here. */
  async review(): Promise<void> {
    const state = await this.identity.getSessionState().catch(() => 'locked');
    this.signedOut.set(state === 'none');
    if (state === 'open') {
      await this.identity.resume();
    }
  }

  /** The app comes here by itself: this tells people who use a screen reader. */
  ionViewDidEnter(): void {
    this.heading().nativeElement.focus();
  }

  ngOnDestroy(): void {
    this.release();
  }

  async unlock(): Promise<void> {
    if (this.busy()) {
      return;
    }
    this.busy.set(true);
    this.error.set('');
    try {
      await this.identity.unlock();
      if (!(await this.identity.resume())) {
        this.error.set('This is unlocked, but the page can’t be opened. Try again.');
      }
    } catch (error) {
      await this.handle(error);
    } finally {
      this.busy.set(false);
    }
  }

  /** Forgets the session, if there is one: it can't be brought back, only replaced by signing in again. */
  async signInAgain(): Promise<void> {
    this.busy.set(true);
    try {
      await this.identity.logout();
      this.signedOut.set(true);
      await this.goToLogin({ reason: null, returnUrl: null });
    } catch (error) {
      this.error.set(explain(error));
    } finally {
      this.busy.set(false);
    }
  }

  private async handle(error: unknown): Promise<void> {
    if (isVaultError(error) && error.code === VaultErrorCodes.TooManyFailedAttempts) {
      this.signedOut.set(true);
      await this.goToLogin({ reason: 'erased' });
    } else {
      this.error.set(explain(error));
    }
  }

  private goToLogin(queryParams: Record<string, string | null>): Promise<boolean> {
    return this.router.navigate([LOGIN_PATH], {
      queryParams,
      queryParamsHandling: 'merge',
      replaceUrl: true,
    });
  }
}

function explain(error: unknown): string {
  switch (isVaultError(error) ? error.code : VaultErrorCodes.Unknown) {
    case VaultErrorCodes.UserCanceledInteraction:
      return '';
    case VaultErrorCodes.AuthFailed:
      return 'That was not right. Try again.';
    case VaultErrorCodes.AttemptDelayed:
      return 'Too many attempts. Wait a moment and try again.';
    case VaultErrorCodes.AndroidBiometricsLockedOut:
    case VaultErrorCodes.iOSBiometricsLockedOut:
      return 'Too many attempts. Unlock your device with its passcode, then try again.';
    case VaultErrorCodes.BiometricsNotEnabled:
    case VaultErrorCodes.InvalidatedCredential:
    case VaultErrorCodes.KeyNotFound:
      return 'The protection of this device has changed. Sign in again with “Use another account”.';
    default:
      return 'Unlocking failed. Try again, or sign in with “Use another account”.';
  }
}
