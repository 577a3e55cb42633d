import { canActivate } from '@angular/fire/auth-guard';
import { toLogin, termsGuard } from './pipes';

export const routes: Routes = [
  { path: 'home', ...canActivate(toLogin), canActivate: [termsGuard], component: HomePage },
];
