const behindLogin: Pick<Route, 'canActivate'> = { canActivate: [loginGuard] };

export const routes: Routes = [{ path: 'home', component: HomePage, ...behindLogin }];
