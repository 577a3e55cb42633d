import * as ng from '@angular/core';
import * as http from '@angular/common/http';
import { AuthInterceptor } from './identity/auth.interceptor';

@ng.NgModule({
  imports: [http.HttpClientModule],
  providers: [{ provide: http.HTTP_INTERCEPTORS, useClass: AuthInterceptor, multi: true }],
})
export class AppModule {}
