export const routes: Routes = [
  { path: '', component: OpenLayout, children: [{ path: 'login', component: LoginPage }] },
  {
    path: '',
    component: Layout,
    canActivateChild: [loginGuard],
    children: [{ path: 'home', component: HomePage }],
  },
  { path: '', redirectTo: 'home', pathMatch: 'full' },
];
