import { Component, inject } from '@angular/core';
import { IonButton, IonContent } from '@ionic/angular/standalone';
import { AuthService } from './auth.service';

@Component({
  selector: 'app-notes',
  imports: [IonButton, IonContent],
  template: `
    <ion-content>
      <h1>Notes</h1>
      <ion-button (click)="auth.logout()">Sign out</ion-button>
    </ion-content>
  `,
})
export class NotesPage {
  protected readonly auth = inject(AuthService);
}
