import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { authInterceptor as identity } from '@app/identity/auth.interceptor';

export const appConfig = { providers: [provideHttpClient(withInterceptors([identity]))] };
