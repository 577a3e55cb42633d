import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { a } from './a';

const interceptors = [a];

export const appConfig = { providers: [provideHttpClient(withInterceptors(interceptors))] };
