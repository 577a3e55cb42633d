import { authGuard } from './identity/auth.guard';

export const routes: Routes = [
	{ path: 'home', loadComponent: () => import('./pages/home/home.page').then(m => m.HomePage), canActivate: [loginGuard, termsGuard, authGuard] },
];
