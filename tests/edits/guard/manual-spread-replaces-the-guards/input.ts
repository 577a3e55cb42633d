import { canActivate } from '@angular/fire/auth-guard';
import { toLogin, termsGuard } from './pipes';

export const routes: Routes = [
  { path: 'home', canActivate: [termsGuard], component: HomePage, ...canActivate(toLogin) },
];
