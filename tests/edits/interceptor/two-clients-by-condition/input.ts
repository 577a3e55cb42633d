import { provideHttpClient, withFetch, withInterceptors } from '@angular/common/http';
import { logging } from './logging';

export const appConfig = {
  providers: [
    isNative ? provideHttpClient(withInterceptors([logging])) : provideHttpClient(withFetch()),
  ],
};
