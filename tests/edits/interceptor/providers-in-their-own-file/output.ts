import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { provideRouter } from '@angular/router';
import { routes } from '../app.routes';
import { authInterceptor } from '../identity/auth.interceptor';

export const coreProviders = [
  provideRouter(routes),
  provideHttpClient(withInterceptors([authInterceptor])),
];
