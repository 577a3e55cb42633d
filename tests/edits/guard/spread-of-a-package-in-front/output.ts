import { canActivate } from '@angular/fire/compat/auth-guard';
import { toLogin } from './pipes';
import { authGuard } from './identity/auth.guard';

export const routes: Routes = [
  {
    path: 'home',
    ...canActivate(toLogin),
    canActivate: [...canActivate(toLogin).canActivate, authGuard],
    component: HomePage,
  },
];
