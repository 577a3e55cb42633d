import { Component } from '@angular/core';
import { Router } from '@angular/router';

@Component({
  selector: 'app-log-in',
  standalone: false,
  template: '<ion-content><ion-button (click)="signIn()">Sign in</ion-button></ion-content>',
})
export class LogInPage {
  constructor(private router: Router) {}

  async signIn(): Promise<void> {
    localStorage.setItem('token', 'own-token');
    await this.router.navigateByUrl('/tabs/feed');
  }
}
