import { authGuard as guard } from './identity/auth.guard';

export const routes = [{ path: 'home', canActivate: [guard], component: HomePage }];
