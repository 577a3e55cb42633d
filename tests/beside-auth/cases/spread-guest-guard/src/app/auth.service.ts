import { inject, Injectable } from '@angular/core';
import { Router } from '@angular/router';

@Injectable({ providedIn: 'root' })
export class AuthService {
  private readonly router = inject(Router);

  get isLoggedIn(): boolean {
    return localStorage.getItem('token') !== null;
  }

  async login(username: string, password: string): Promise<void> {
    // The server's answer, in a real app.
    localStorage.setItem('token', `token-of-${username}-${password.length}`);
  }

  async logout(): Promise<void> {
    localStorage.removeItem('token');
    await this.router.navigateByUrl('/login');
  }
}
