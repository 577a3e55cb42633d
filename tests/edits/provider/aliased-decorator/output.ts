import { NgModule as Module } from '@angular/core';
import { HTTP_INTERCEPTORS } from '@angular/common/http';
import { AuthInterceptor } from './identity/auth.interceptor';

@Module({
  providers: [Settings, { provide: HTTP_INTERCEPTORS, useClass: AuthInterceptor, multi: true }],
})
class Root {}

export { Root as AppModule };
