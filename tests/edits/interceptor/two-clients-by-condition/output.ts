import { provideHttpClient, withFetch, withInterceptors } from '@angular/common/http';
import { logging } from './logging';
import { authInterceptor } from './identity/auth.interceptor';

export const appConfig = {
  providers: [
    isNative ? provideHttpClient(withInterceptors([logging, authInterceptor])) : provideHttpClient(
      withFetch(),
      withInterceptors([authInterceptor]),
    ),
  ],
};
