import { inject } from '@angular/core';
import { CanActivateChildFn, Router } from '@angular/router';
import { AuthService } from './auth.service';

export const authGuard: CanActivateChildFn = () => inject(AuthService).isLoggedIn || inject(Router).createUrlTree(['/login']);
