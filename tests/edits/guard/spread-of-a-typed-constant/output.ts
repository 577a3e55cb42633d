import { authGuard } from './identity/auth.guard';

const behindLogin: Pick<Route, 'canActivate'> = { canActivate: [loginGuard] };

export const routes: Routes = [{ path: 'home', component: HomePage, ...behindLogin, canActivate: [...(behindLogin.canActivate ?? []), authGuard] }];
