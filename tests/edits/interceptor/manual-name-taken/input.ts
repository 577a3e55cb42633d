import { authInterceptor } from './services/auth.interceptor-old';

export const appConfig = { providers: [], extra: authInterceptor };
