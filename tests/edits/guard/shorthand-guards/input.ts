const canActivate = [loginGuard];

export const routes: Routes = [{ path: 'home', canActivate, component: HomePage }];
