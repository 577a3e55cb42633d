RouterModule.forRoot([{ path: 'home', component: HomePage, canActivate: [loginGuard] }, { path: '**', redirectTo: 'home' }]);
export const routes: Routes = [{ path: 'home', component: HomePage, canActivate: [loginGuard] }, { path: '**', redirectTo: 'home' }];
