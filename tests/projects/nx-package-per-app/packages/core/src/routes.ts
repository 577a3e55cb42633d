export const routes = [{ path: 'shop', loadComponent: () => import('./start') }]
