import { withReadyResolver } from './ready';

export const routes = withReadyResolver([{ path: 'home', loadComponent: () => import('./home').then((m) => m.Home) }]);
