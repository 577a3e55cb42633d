import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { features } from './core/http';
import { authInterceptor } from './identity/auth.interceptor';

export const appConfig = {
  providers: [provideHttpClient(...features, withInterceptors([authInterceptor]))],
};
