import { Component, inject } from '@angular/core';
import { IonButton, IonContent } from '@ionic/angular/standalone';
import { AuthService } from './auth.service';

@Component({
  selector: 'app-inbox',
  imports: [IonButton, IonContent],
  template: `
    <ion-content>
      <h1>Inbox</h1>
      <ion-button (click)="auth.logout()">Sign out</ion-button>
    </ion-content>
  `,
})
export class InboxPage {
  protected readonly auth = inject(AuthService);
}
