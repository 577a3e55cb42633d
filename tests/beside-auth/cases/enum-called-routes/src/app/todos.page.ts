import { Component, inject } from '@angular/core';
import { IonButton, IonContent } from '@ionic/angular/standalone';
import { AuthService } from './auth.service';

@Component({
  selector: 'app-todos',
  imports: [IonButton, IonContent],
  template: `
    <ion-content>
      <h1>Todos</h1>
      <ion-button (click)="auth.logout()">Sign out</ion-button>
    </ion-content>
  `,
})
export class TodosPage {
  protected readonly auth = inject(AuthService);
}
