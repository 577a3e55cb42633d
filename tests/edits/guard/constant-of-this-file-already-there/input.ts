import { authGuard } from './identity/auth.guard';

const forUsers = [loginGuard, authGuard];

export const routes: Routes = [{ path: 'home', component: HomePage, canActivate: forUsers }];
