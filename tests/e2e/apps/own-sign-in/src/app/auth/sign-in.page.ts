import { Component, inject, signal } from '@angular/core';
import { FormsModule } from '@angular/forms';
import { Router } from '@angular/router';
import { IonButton, IonContent, IonHeader, IonInput, IonTitle, IonToolbar } from '@ionic/angular';
import { firstValueFrom } from 'rxjs';

import { Paths } from '../paths';
import { AuthService } from './auth.service';

@Component({
  selector: 'app-sign-in',
  imports: [FormsModule, IonButton, IonContent, IonHeader, IonInput, IonTitle, IonToolbar],
  template: `
    <ion-header>
      <ion-toolbar><ion-title>Notes</ion-title></ion-toolbar>
    </ion-header>
    <ion-content class="ion-padding">
      <h1>Welcome back</h1>
      <form (ngSubmit)="submit()">
        <ion-input name="username" label="User name" [(ngModel)]="username" />
        <ion-input name="password" label="Password" type="password" [(ngModel)]="password" />
        <ion-button type="submit" expand="block">Sign in</ion-button>
      </form>
      <p aria-live="polite">{{ error() }}</p>
    </ion-content>
  `,
})
export class SignInPage {
  private readonly auth = inject(AuthService);
  private readonly router = inject(Router);

  protected readonly error = signal('');
  protected username = '';
  protected password = '';

  protected async submit(): Promise<void> {
    try {
      const signedIn = await firstValueFrom(this.auth.signIn(this.username, this.password));
      this.auth.remember(signedIn.username, signedIn.token);
      this.greet(signedIn.email);
      await this.router.navigate(['/', Paths.Overview]);
    } catch {
      this.error.set('Signing in failed.');
    }
  }

  private greet(email: string): void {
    console.log(`Welcome ${email}`);
  }
}
