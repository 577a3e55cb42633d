import { inject, Injectable } from '@angular/core';
import { Router } from '@angular/router';

@Injectable({ providedIn: 'root' })
export class AuthService {
  private readonly router = inject(Router);

  async token(): Promise<string | null> {
    await new Promise((resolve) => setTimeout(resolve, 5));
    return localStorage.getItem('token');
  }

  async login(username: string, password: string): Promise<void> {
    localStorage.setItem('token', `token-of-${username}-${password.length}`);
  }

  async logout(): Promise<void> {
    localStorage.removeItem('token');
    await this.router.navigateByUrl('/login', { replaceUrl: true });
  }
}
