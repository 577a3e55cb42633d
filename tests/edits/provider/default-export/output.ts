import { NgModule } from '@angular/core';
import { HTTP_INTERCEPTORS } from '@angular/common/http';
import { AuthInterceptor } from './identity/auth.interceptor';

@NgModule({
  providers: [Settings, { provide: HTTP_INTERCEPTORS, useClass: AuthInterceptor, multi: true }],
})
export default class {}
