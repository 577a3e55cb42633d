import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { loggingInterceptor } from './logging.interceptor';
import { retryInterceptor } from './retry.interceptor';

export const appConfig = {
  providers: [
    provideHttpClient(
      withInterceptors([
        loggingInterceptor, // first: it sees everything
        // cachingInterceptor,
        retryInterceptor, // last so far
      ]),
    ),
  ],
};
