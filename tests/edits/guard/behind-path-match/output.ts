import { authGuard } from './identity/auth.guard';

export const routes = [
	{
		path: '',
		pathMatch: 'full', // exactly
		canActivate: [authGuard],
		component: HomePage
	},
];
