import { LoginPage as Login } from './identity/login/login.page';

export const routes = [{ path: 'login', component: Login, title: 'Hello' }];
