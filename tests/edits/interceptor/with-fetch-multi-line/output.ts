import {
  provideHttpClient,
  withFetch,
  withInterceptorsFromDi,
  withInterceptors
} from '@angular/common/http';
import { authInterceptor } from './identity/auth.interceptor';

export const appConfig = {
  providers: [
    provideHttpClient(
      withFetch(),
      withInterceptorsFromDi(), /* legacy */
      withInterceptors([authInterceptor])
    )
  ]
};
