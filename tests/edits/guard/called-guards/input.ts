export const routes: Routes = [
  {
    path: 'home',
    component: HomePage,
    canActivate: mapToCanActivate([LoginGuard, TermsGuard]), // both
  },
];
