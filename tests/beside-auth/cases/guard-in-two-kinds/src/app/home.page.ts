import { Component, inject } from '@angular/core';
import { IonButton, IonContent } from '@ionic/angular/standalone';
import { AuthService } from './auth.service';

@Component({
  selector: 'app-home',
  imports: [IonButton, IonContent],
  template: `
    <ion-content>
      <h1>Home</h1>
      <ion-button (click)="auth.logout()">Sign out</ion-button>
    </ion-content>
  `,
})
export class HomePage {
  protected readonly auth = inject(AuthService);
}
