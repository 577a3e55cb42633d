import { NgModule } from '@angular/core';
import { HTTP_INTERCEPTORS } from '@angular/common/http';
import { AuthInterceptor } from './identity/auth.interceptor';

const PROVIDERS = [
  Settings,
  { provide: HTTP_INTERCEPTORS, useClass: AuthInterceptor, multi: true },
];

@NgModule({ providers: PROVIDERS })
export class AppModule {}
