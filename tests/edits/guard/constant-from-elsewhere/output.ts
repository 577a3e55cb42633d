import { authGuard } from './identity/auth.guard';

export const routes = [
  { path: 'home', component: HomePage, canActivate: [...guards, authGuard] },
];
