import { Component, inject } from '@angular/core';
import { Router } from '@angular/router';
import { IonButton, IonContent } from '@ionic/angular/standalone';

@Component({
  selector: 'app-tabs',
  imports: [IonButton, IonContent],
  template: '<ion-content><ion-button (click)="signOut()">Sign out</ion-button></ion-content>',
})
export class TabsPage {
  private readonly router = inject(Router);

  async signOut() {
    localStorage.removeItem('t');
    await this.router.navigateByUrl('/login');
  }
}
