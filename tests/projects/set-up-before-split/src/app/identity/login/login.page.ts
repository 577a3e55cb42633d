import { HttpErrorResponse } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, inject, signal, viewChild } from '@angular/core';
import { NonNullableFormBuilder, ReactiveFormsModule, Validators } from '@angular/forms';
import { ActivatedRoute } from '@angular/router';
import {
  IonButton,
  IonContent,
  IonInput,
  type ViewDidEnter,
  type ViewWillEnter,
} from '@ionic/angular';
import { isVaultError, VaultErrorCodes } from 'capacitor-identity-vault';

import { AddressMissingError, IdentityService, InvalidSessionError } from '../identity.service';

/** Why the user is here, when not by choice. */
const REASONS = new Map([
  ['erased', 'Too many failed attempts: sign in again.'],
  ['expired', 'Your session has ended: sign in again.'],
]);

@Component({
  imports: [IonButton, IonContent, IonInput, ReactiveFormsModule],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './login.page.html',
  styleUrl: './login.page.scss',
})
export class LoginPage implements ViewDidEnter, ViewWillEnter {
  private readonly identity = inject(IdentityService);
  private readonly route = inject(ActivatedRoute);
  private readonly username = viewChild.required<IonInput>('username');
  private readonly password = viewChild.required<IonInput>('password');

  protected readonly busy = signal(false);
  protected readonly error = signal('');
  protected readonly form = inject(NonNullableFormBuilder).group({
    username: ['', Validators.required],
    password: ['', Validators.required],
  });

  ionViewWillEnter(): void {
    const reason = this.route.snapshot.queryParamMap.get('reason') ?? '';
    this.error.set(REASONS.get(reason) ?? '');
  }

  ionViewDidEnter(): void {
    void this.username().setFocus();
  }

  async signIn(): Promise<void> {
    if (this.form.invalid) {
      this.form.markAllAsTouched();
      return this.focusFirstInvalid();
    }
    if (this.busy()) {
      return;
    }
    this.busy.set(true);
    this.error.set('');
    this.error.set(await this.attempt());
    this.busy.set(false);
  }

  /** What went wrong; nothing when it went well. */
  private async attempt(): Promise<string> {
    try {
      await this.identity.signIn(this.form.getRawValue());
    } catch (error) {
      this.form.controls.password.reset();
      return explain(error);
    }
    this.form.reset();
    const isOpened = await this.identity.resume();
    return isOpened ? '' : 'You are signed in, but the page can’t be opened. Try again.';
  }

  private focusFirstInvalid(): Promise<void> {
    const first = this.form.controls.username.invalid ? this.username() : this.password();
    return first.setFocus();
  }
}

function explain(error: unknown): string {
  if (error instanceof AddressMissingError || error instanceof InvalidSessionError) {
    // For developers: what is to be done about it is no matter of the user.
    console.error(error.message);
  }
  if (error instanceof AddressMissingError) {
    return 'This app has no server to sign in at yet.';
  }
  if (error instanceof HttpErrorResponse) {
    return explainStatus(error.status);
  }
  return isVaultError(error)
    ? explainCode(error.code)
    : 'Signing in failed. Try again, and tell us if it happens again.';
}

function explainStatus(status: number): string {
  switch (status) {
    case 0:
      return 'The server can’t be reached. Check your connection and try again.';
    case 400:
    case 401:
    case 403:
      return 'The user name or the password is wrong.';
    default:
      return 'The server has a problem. Try again later.';
  }
}

function explainCode(code: VaultErrorCodes): string {
  switch (code) {
    case VaultErrorCodes.UserCanceledInteraction:
    case VaultErrorCodes.MissingPasscode:
      return 'You were not signed in, because no passcode was set. Try again and choose one.';
    case VaultErrorCodes.BiometricsNotEnabled:
    case VaultErrorCodes.PolicyNotMet:
    case VaultErrorCodes.SecurityNotAvailable:
      return 'This device can’t protect your session. Set up a screen lock and try again.';
    case VaultErrorCodes.VaultLocked:
      return 'The app was locked meanwhile. Unlock it, or sign in again.';
    default:
      return 'Your session could not be stored on this device. Try again.';
  }
}
