import { authGuard } from './identity/auth.guard';

const canActivate = [loginGuard];

export const routes: Routes = [{ path: 'home', canActivate: [...canActivate, authGuard], component: HomePage }];
