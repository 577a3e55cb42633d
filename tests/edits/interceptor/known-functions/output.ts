import { provideTheme } from './theme';
import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { authInterceptor } from './identity/auth.interceptor';

export const appConfig = { providers: [provideTheme(), provideHttpClient(withInterceptors([authInterceptor]))] };
