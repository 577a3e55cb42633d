import { authGuard } from './identity/auth.guard';

export const routes: Routes = [
  { path: 'home', canActivate: [authGuard], canMatch: [signedIn()], component: HomePage },
  { path: 'home', component: WelcomePage },
];
