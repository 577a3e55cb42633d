import { authGuard } from './identity/auth.guard';

export const routes: Routes = [
  { path: 'home', canMatch: [isPhone], component: PhonePage },
  { path: 'home', canActivate: [authGuard], component: HomePage },
];
