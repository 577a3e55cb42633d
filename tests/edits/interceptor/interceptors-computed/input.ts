import { provideHttpClient, withInterceptors } from '@angular/common/http';

export const appConfig = {
  providers: [provideHttpClient(withInterceptors(makeInterceptors()))],
};
