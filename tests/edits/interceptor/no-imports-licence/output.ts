#!/usr/bin/env node
/*! (c) Somebody */
/// <reference types="node" />

import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { authInterceptor } from './identity/auth.interceptor';

/** The application. */
export const appConfig = { providers: [provideHttpClient(withInterceptors([authInterceptor]))] };
