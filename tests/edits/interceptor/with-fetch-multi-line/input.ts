import { provideHttpClient, withFetch, withInterceptorsFromDi } from '@angular/common/http';

export const appConfig = {
  providers: [
    provideHttpClient(
      withFetch(),
      withInterceptorsFromDi() /* legacy */
    )
  ]
};
