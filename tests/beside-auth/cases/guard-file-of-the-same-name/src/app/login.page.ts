import { Component, inject } from '@angular/core';
import { Router } from '@angular/router';
import { IonButton, IonContent } from '@ionic/angular/standalone';
import { AuthService } from './auth.service';

@Component({
  selector: 'app-login',
  imports: [IonButton, IonContent],
  template: `
    <ion-content>
      <ion-button (click)="signIn()">Sign in</ion-button>
    </ion-content>
  `,
})
export class LoginPage {
  private readonly auth = inject(AuthService);
  private readonly router = inject(Router);

  async signIn(): Promise<void> {
    await this.auth.login('ada', 'secret');
    await this.router.navigateByUrl('/home');
  }
}
