export const routes = [{ path: 'start', loadComponent: () => import('./start') }]
