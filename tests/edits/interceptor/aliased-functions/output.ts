import { provideHttpClient as http, withInterceptors as using } from '@angular/common/http';
import { a } from './a';
import { authInterceptor } from './identity/auth.interceptor';

export const appConfig = { providers: [http(using([a, authInterceptor]))] };
