import { Component, inject } from '@angular/core';
import { Router } from '@angular/router';
import { IonButton, IonContent } from '@ionic/angular/standalone';

@Component({
  selector: 'app-login',
  imports: [IonButton, IonContent],
  template: '<ion-content><ion-button (click)="signIn()">Sign in</ion-button></ion-content>',
})
export class LoginPage {
  private readonly router = inject(Router);

  async signIn() {
    localStorage.setItem('t', 'own-token');
    await this.router.navigateByUrl('/tabs');
  }
}
