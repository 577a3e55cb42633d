import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { INTERCEPTORS } from './core/interceptors';
import { authInterceptor } from './identity/auth.interceptor';

export const appConfig = {
  providers: [provideHttpClient(withInterceptors([...INTERCEPTORS, authInterceptor]))],
};
