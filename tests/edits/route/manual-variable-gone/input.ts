export const appRoutes = [{ path: 'home', component: HomePage }];
