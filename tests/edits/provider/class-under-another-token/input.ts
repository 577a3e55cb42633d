import { HTTP_INTERCEPTORS } from '@angular/common/http';
import { NgModule } from '@angular/core';
import { AuthInterceptor } from './identity/auth.interceptor';

@NgModule({
  providers: [AuthInterceptor, { provide: OTHER, useClass: AuthInterceptor, multi: true }],
})
export class AppModule {}
