function secured(role: string) {
  return { canActivate: [roleGuard(role)], data: { role } };
}

export const routes: Routes = [
  {
    path: 'home',
    component: HomePage,
    ...secured('user'),
    title: 'Home',
  },
];
