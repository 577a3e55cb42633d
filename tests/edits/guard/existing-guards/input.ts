import { termsGuard } from './terms.guard';

export const routes = [
  {
    path: 'home',
    component: HomePage,
    canActivate: [
      termsGuard // always first
    ]
  },
];
