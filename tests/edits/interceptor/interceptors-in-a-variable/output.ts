import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { a } from './a';
import { authInterceptor } from './identity/auth.interceptor';

const interceptors = [a, authInterceptor];

export const appConfig = { providers: [provideHttpClient(withInterceptors(interceptors))] };
