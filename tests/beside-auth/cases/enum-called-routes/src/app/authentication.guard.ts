import { Injectable } from '@angular/core';
import { CanActivate, Router } from '@angular/router';
import { AuthService } from './auth.service';
import { Routes } from './routes';

@Injectable({ providedIn: 'root' })
export class AuthenticationGuard implements CanActivate {
  constructor(private readonly auth: AuthService, private readonly router: Router) {}

  async canActivate(): Promise<boolean> {
    if (this.auth.isLoggedIn) {
      return true;
    }
    await this.router.navigateByUrl(Routes.Login, { replaceUrl: true });
    return false;
  }
}
