import { featureRoutes } from './features';

export const routes: Routes = [
  { path: 'home', component: HomePage },
  ...featureRoutes,
];
