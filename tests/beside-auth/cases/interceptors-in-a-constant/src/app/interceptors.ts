import { HttpInterceptorFn } from '@angular/common/http';

const language: HttpInterceptorFn = (request, next) => next(request.clone({ setHeaders: { 'Accept-Language': 'en' } }));

export const INTERCEPTORS: HttpInterceptorFn[] = [language];
