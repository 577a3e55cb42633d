import { Component } from '@angular/core';
import { Router } from '@angular/router';
import { AuthService } from '../services/auth.service';

@Component({
  selector: 'app-login',
  standalone: false,
  template: '<ion-content><ion-button (click)="signIn()">Sign in</ion-button></ion-content>',
})
export class LoginPage {
  constructor(private auth: AuthService, private router: Router) {}

  async signIn() {
    this.auth.login('ada');
    await this.router.navigate(['/home']);
  }
}
