import { canActivate } from '@angular/fire/compat/auth-guard';
import { toLogin } from './pipes';

export const routes: Routes = [
  {
    path: 'home',
    ...canActivate(toLogin),
    component: HomePage,
  },
];
