import { Route } from '@angular/router';

export const shellRoutes: Route[] = [
    { path: '', pathMatch: 'full', redirectTo: 'orders' },
    { path: 'orders', loadComponent: () => import('./orders.page').then(m => m.OrdersPage) },
    { path: '**', redirectTo: 'orders' },
];
