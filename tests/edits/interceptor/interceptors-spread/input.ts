import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { INTERCEPTORS } from './core/interceptors';

export const appConfig = {
  providers: [provideHttpClient(withInterceptors([...INTERCEPTORS]))],
};
