import { Routes } from '@angular/router';
import { resumeGuard } from './identity/auth.guard';

export const routes: Routes = [
	{
		path: 'home',
		loadComponent: () => import('./home/home.page').then((m) => m.HomePage),
	},
	{
		path: '',
		redirectTo: 'home',
		pathMatch: 'full',
	},
	{
		path: 'login',
		title: 'Sign in',
		canActivate: [resumeGuard],
		loadComponent: () => import('./identity/login/login.page').then((m) => m.LoginPage),
	},
];
