import { inject, Injectable } from '@angular/core';
import { CanActivate } from '@angular/router';
import { NavController } from '@ionic/angular/standalone';
import { AuthService } from './auth.service';

@Injectable({ providedIn: 'root' })
export class AutenticadoGuard implements CanActivate {
  private readonly auth = inject(AuthService);
  private readonly nav = inject(NavController);

  async canActivate(): Promise<boolean> {
    if (!this.auth.isLoggedIn) {
      await this.nav.navigateRoot(['/entrar']);
      return false;
    }
    return true;
  }
}
