import * as http from '@angular/common/http';
import { authInterceptor } from './identity/auth.interceptor';

export const appConfig = { providers: [http.provideHttpClient(http.withInterceptors([authInterceptor]))] };
