import { Component, inject } from '@angular/core';
import { IonicModule } from '@ionic/angular';
import { AuthService } from './auth.service';

@Component({
  selector: 'app-home',
  imports: [IonicModule],
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
