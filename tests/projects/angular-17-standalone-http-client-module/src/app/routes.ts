import type { Routes } from '@angular/router';

export const routes: Routes = [
	{ path: 'trips', loadComponent: () => import('./trips.page').then((m) => m.TripsPage) },
	{ path: '', redirectTo: 'trips', pathMatch: 'full' },
];
