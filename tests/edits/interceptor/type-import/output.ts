import type { ApplicationConfig } from '@angular/core';
import type { HttpClient } from '@angular/common/http';
import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { authInterceptor } from './identity/auth.interceptor';

export const appConfig: ApplicationConfig = { providers: [provideHttpClient(withInterceptors([authInterceptor]))] };
