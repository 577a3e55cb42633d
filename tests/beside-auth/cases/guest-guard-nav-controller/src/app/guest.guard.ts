import { inject } from '@angular/core';
import { CanActivateFn } from '@angular/router';
import { NavController } from '@ionic/angular/standalone';
import { AuthService } from './auth.service';

export const guestGuard: CanActivateFn = async () => {
  const navigation = inject(NavController);
  if (inject(AuthService).isLoggedIn) {
    await navigation.navigateRoot('/home');
    return false;
  }
  return true;
};
