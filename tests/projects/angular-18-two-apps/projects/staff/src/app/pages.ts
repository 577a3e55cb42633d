import type { Routes } from '@angular/router'

export const pages = [
	{
		path: 'orders',
		loadComponent: () => import('./orders.page').then(m => m.OrdersPage),
	},
	{
		path: 'terms',
		loadComponent: () => import('./terms.page').then(m => m.TermsPage),
	},
] satisfies Routes
