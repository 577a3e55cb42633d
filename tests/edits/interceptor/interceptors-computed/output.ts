import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { authInterceptor } from './identity/auth.interceptor';

export const appConfig = {
  providers: [provideHttpClient(withInterceptors(makeInterceptors()), withInterceptors([authInterceptor]))],
};
