import { inject, Injectable } from '@angular/core';
import { NavController } from '@ionic/angular/standalone';

/** Signs out wherever it finds that the session is over, which may be while it is signing out. */
@Injectable({ providedIn: 'root' })
export class AuthService {
  private readonly navigation = inject(NavController);

  get isLoggedIn(): boolean {
    return localStorage.getItem('token') !== null;
  }

  async login(username: string, password: string): Promise<void> {
    localStorage.setItem('token', `token-of-${username}-${password.length}`);
  }

  async logout(): Promise<void> {
    if (!this.isLoggedIn) return;
    localStorage.removeItem('token');
    await this.navigation.navigateRoot('/login');
  }
}
