import { inject } from '@angular/core';
import { CanActivateChildFn, Router } from '@angular/router';
import { AuthService } from './auth.service';

export const guestGuard: CanActivateChildFn = () => !inject(AuthService).isLoggedIn || inject(Router).parseUrl('/home');
