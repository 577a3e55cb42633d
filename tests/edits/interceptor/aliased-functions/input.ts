import { provideHttpClient as http, withInterceptors as using } from '@angular/common/http';
import { a } from './a';

export const appConfig = { providers: [http(using([a]))] };
