import { authGuard } from './identity/auth.guard';

const forUsers = [loginGuard];

export const routes: Routes = [
  { path: 'home', component: HomePage, canActivate: [...forUsers, authGuard] },
  { path: 'about', component: AboutPage, canActivate: forUsers },
];
