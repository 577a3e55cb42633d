import { authGuard } from './identity/auth.guard';

function secured(role: string) {
  return { canActivate: [roleGuard(role)], data: { role } };
}

export const routes: Routes = [
  {
    path: 'home',
    component: HomePage,
    ...secured('user'),
    canActivate: [...secured('user').canActivate, authGuard],
    title: 'Home',
  },
];
