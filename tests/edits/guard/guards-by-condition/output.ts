import { authGuard } from './identity/auth.guard';

export const routes: Routes = [
  { path: 'home', component: HomePage, canActivate: [...(environment.production ? [loginGuard] : []), authGuard] },
];
