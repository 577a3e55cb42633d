import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { a } from './a';
import { b } from './b';
import { authInterceptor } from './identity/auth.interceptor';

export const appConfig = {
  providers: [
    provideHttpClient(
      withInterceptors([a]),
      withInterceptors([b, authInterceptor]),
    ),
  ],
};
