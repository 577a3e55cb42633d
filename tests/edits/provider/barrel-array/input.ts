import { NgModule } from '@angular/core';
import { httpInterceptorProviders } from './http-interceptors/index';

@NgModule({
  providers: [httpInterceptorProviders],
})
export class AppModule {}
