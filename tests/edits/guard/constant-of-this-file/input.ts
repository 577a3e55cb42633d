const forUsers = [loginGuard];

export const routes: Routes = [
  { path: 'home', component: HomePage, canActivate: forUsers },
  { path: 'about', component: AboutPage, canActivate: forUsers },
];
