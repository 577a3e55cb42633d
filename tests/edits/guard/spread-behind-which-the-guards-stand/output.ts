import { canActivate } from '@angular/fire/auth-guard';
import { toLogin, termsGuard } from './pipes';
import { authGuard } from './identity/auth.guard';

export const routes: Routes = [
  { path: 'home', ...canActivate(toLogin), canActivate: [termsGuard, authGuard], component: HomePage },
];
